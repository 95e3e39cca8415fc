package band.civic.corkboard.command;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A directory that holds databases and what is said of them: every `.db`, `.sqlite` and `.sqlite3` file, and
/// `datasette` and `metadata` as `.yaml`, `.yml` or `.json`.
///
/// @param databases the databases, by name
/// @param configuration metadata first, then configuration
record ConfigDirectory(List<Path> databases, List<Path> configuration) {
  private static final List<String> KNOWN = List.of("metadata.json", "metadata.yaml", "metadata.yml",
      "datasette.json", "datasette.yaml", "datasette.yml");

  static ConfigDirectory of(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      var databases = all.filter(Files::isRegularFile)
          .filter(f -> f.getFileName().toString().matches("[^.].*\\.(db|sqlite|sqlite3)"))
          .sorted()
          .toList();
      var configuration = KNOWN.stream().map(directory::resolve).filter(Files::isRegularFile).toList();
      return new ConfigDirectory(databases, configuration);
    } catch (IOException e) {
      throw new BadConfiguration("Cannot read the directory " + directory + ": " + e.getMessage(), e);
    }
  }
}
