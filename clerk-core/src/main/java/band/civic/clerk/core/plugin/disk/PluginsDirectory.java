package band.civic.clerk.core.plugin.disk;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What lies in a plugins directory.
public final class PluginsDirectory {

  private PluginsDirectory() {}

  /// Jars, zips and unpacked zips, by name; hidden files and anything else are passed over.
  ///
  /// @throws BadConfiguration when the path is there and no directory, or cannot be read
  public static List<Path> list(Path directory) {
    if (Files.notExists(directory)) {
      return List.of();
    }
    if (!Files.isDirectory(directory)) {
      throw new BadConfiguration("the plugins directory " + directory + " is not a directory; name one by --plugins-dir"
          + " or CLERK_PLUGINS_DIR");
    }
    try (var files = Files.list(directory)) {
      return files.filter(PluginsDirectory::mayBePlugin).sorted().toList();
    } catch (IOException e) {
      throw new BadConfiguration("the plugins directory " + directory + " cannot be read: " + Causes.of(e), e);
    }
  }

  private static boolean mayBePlugin(Path file) {
    if (String.valueOf(file.getFileName()).startsWith(".")) {
      return false;
    }
    return Files.isDirectory(file)
        ? Stream.of(PluginFile.PROPERTIES, "META-INF/MANIFEST.MF", "classes", "lib")
            .map(file::resolve)
            .anyMatch(Files::exists)
        : List.of("jar", "zip").contains(PluginFile.extension(file));
  }
}
