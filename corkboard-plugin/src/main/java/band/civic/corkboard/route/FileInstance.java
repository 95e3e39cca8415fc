package band.civic.corkboard.route;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The files of a command line as one instance; a file's stem is its name, and a stem that comes twice gets `_2`.
///
/// @param config configuration
/// @param databases the files
public record FileInstance(Config config, List<DatabaseFile> databases) implements Instance {

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

  private static DatabaseFile database(Path file, HashSet<String> taken, boolean immutable) {
    if (!Files.isRegularFile(file)) {
      throw new BadConfiguration("There is no file " + file + "; name SQLite files, or none to serve all sites");
    }
    var stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    var name = stem;
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "_" + i;
    }
    return new DatabaseFile(name, file.toAbsolutePath(), file.toString(), immutable);
  }
}
