package band.civic.corkboard.site;

import band.civic.clerk.spi.SiteDatabase;
import band.civic.corkboard.route.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The databases that exist below a site's directory: declared ones first, then any other `.db` file in it or in a
/// directory of it. What is still in the making (`work`) or kept for rollback (`previous`) lies deeper.
///
/// @param declared what plugins publish
record SiteFiles(List<SiteDatabase> declared) {

  SiteFiles {
    declared = List.copyOf(declared);
  }

  List<DatabaseFile> list(Path directory) {
    var found = new LinkedHashMap<String, DatabaseFile>();
    for (var database : declared) {
      var file = directory.resolve(database.path());
      if (Files.isRegularFile(file)) {
        found.putIfAbsent(database.name(), new DatabaseFile(database.name(), file, database.path(), true));
      }
    }
    for (var file : others(directory)) {
      var name = file.getFileName().toString().replaceFirst("\\.db$", "");
      found.putIfAbsent(name, new DatabaseFile(name, file, directory.relativize(file).toString(), true));
    }
    return List.copyOf(found.values());
  }

  /// One database by name, mostly without looking through the directory.
  Optional<DatabaseFile> find(Path directory, String name) {
    for (var database : declared) {
      var file = directory.resolve(database.path());
      if (database.name().equals(name) && Files.isRegularFile(file)) {
        return Optional.of(new DatabaseFile(name, file, database.path(), true));
      }
    }
    return list(directory).stream().filter(d -> d.name().equals(name)).findFirst();
  }

  private static List<Path> others(Path directory) {
    var files = new ArrayList<Path>();
    collect(directory, files);
    try (var inner = Files.newDirectoryStream(directory, Files::isDirectory)) {
      var sorted = new ArrayList<Path>();
      inner.forEach(sorted::add);
      sorted.stream().sorted().forEach(d -> collect(d, files));
    } catch (IOException gone) {
      return files;
    }
    return files;
  }

  private static void collect(Path directory, List<Path> into) {
    try (Stream<Path> all = Files.list(directory)) {
      all.filter(f -> f.getFileName().toString().endsWith(".db") && !f.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(into::add);
    } catch (IOException | java.io.UncheckedIOException gone) {
      // a directory that went away holds nothing
    }
  }
}
