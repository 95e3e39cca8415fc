package band.civic.corkboard.route;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.sqlite.Beside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The files of a command line as one instance; a file's stem is its name, and a stem that comes twice gets `_2`.
///
/// @param config configuration
/// @param databases the files
public record FileInstance(Config config, List<DatabaseFile> databases) implements Instance {

  private static final int MOST_CROSSED = 10;
  private static final String HEAD = "SQLite format 3\0";

  public FileInstance {
    databases = List.copyOf(databases);
  }

  /// @param files files that may change
  /// @param immutable files that do not
  public static FileInstance of(List<Path> files, List<Path> immutable, Config config) {
    var all = new ArrayList<DatabaseFile>();
    var names = new HashSet<String>();
    for (var file : files) {
      all.add(database(file, names, false));
    }
    for (var file : immutable) {
      all.add(database(file, names, true));
    }
    return new FileInstance(config, all);
  }

  /// The same with what `datasette inspect` found out about the files that nobody writes.
  public FileInstance with(Map<String, Inspected> known) {
    return new FileInstance(config, databases.stream()
        .map(d -> d.immutable() ? d.withInspected(known.getOrDefault(d.name(), Inspected.NOTHING)) : d)
        .toList());
  }

  /// The same with a database `_memory`, whose queries read the first ten together. A file that may not be
  /// asked in SQL by its own name is not among them.
  ///
  /// @param empty an empty file for it to be
  public FileInstance crossed(Path empty) {
    var beside = databases.stream()
        .filter(d -> config.allowsSql(d.name()))
        .limit(MOST_CROSSED)
        .map(d -> new Beside(d.name(), d.file(), d.immutable()))
        .toList();
    var all = new ArrayList<>(databases);
    all.add(new DatabaseFile("_memory", empty, "", false, Inspected.NOTHING, beside));
    return new FileInstance(config, all);
  }

  /// A damaged database can be named, and shows what is left; what never was one is a mistake.
  private static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadConfiguration("There is no file " + file + "; name SQLite files, or none to serve all sites");
    }
    try (var in = Files.newInputStream(file)) {
      var head = new String(in.readNBytes(HEAD.length()), StandardCharsets.ISO_8859_1);
      if (!head.isEmpty() && !head.equals(HEAD)) {
        throw new BadConfiguration(file + " is not a SQLite database; give configuration with -c or -m");
      }
    } catch (IOException e) {
      throw new BadConfiguration("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static DatabaseFile database(Path file, HashSet<String> taken, boolean immutable) {
    check(file);
    var stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    var name = stem;
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "_" + i;
    }
    return new DatabaseFile(name, file.toAbsolutePath(), file.toString(), immutable);
  }
}
