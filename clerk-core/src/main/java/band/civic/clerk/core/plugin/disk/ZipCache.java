package band.civic.clerk.core.plugin.disk;

import band.civic.clerk.core.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// Where zipped plugins are unpacked: the user's cache directory, so the plugins directory may be read-only. A zip is
/// unpacked once per content: the directory is named after the file's name, size and time.
///
/// @param directory holds one directory per unpacked zip
public record ZipCache(Path directory) {

  /// In the user's cache directory (`XDG_CACHE_HOME`, else `~/.cache`).
  public static ZipCache ofUser() {
    return new ZipCache(UserCache.directory().resolve("plugins"));
  }

  /// The directory of the unpacked zip.
  ///
  /// @throws Unusable when an entry leads outside, or nothing can be written
  Path unpack(Path zip) throws Unusable, IOException {
    try (var archive = PluginArchive.open(zip)) {
      archive.check();
      var target = directory.resolve("%s-%d-%d".formatted(zip.getFileName(), Files.size(zip),
          Files.getLastModifiedTime(zip).toMillis()));
      return Files.isDirectory(target) ? target : unpack(archive, target);
    }
  }

  private Path unpack(PluginArchive archive, Path target) throws Unusable {
    try {
      var beside = Files.createTempDirectory(Files.createDirectories(directory), ".unpacking-");
      try {
        for (var entry : (Iterable<ZipEntry>) archive.jar().stream().<ZipEntry>map(e -> e)::iterator) {
          write(archive, entry, beside);
        }
        return publish(beside, target);
      } finally {
        FileTree.delete(beside);
      }
    } catch (ZipException e) {
      throw new Unusable("the file is damaged (" + Causes.of(e) + "); copy it again", e);
    } catch (IOException e) {
      throw new Unusable("it is a zip and cannot be unpacked into " + directory + " (" + Causes.of(e)
          + "); make that directory writable, or name another cache by XDG_CACHE_HOME", e);
    }
  }

  private static void write(PluginArchive archive, ZipEntry entry, Path root) throws IOException {
    var path = root.resolve(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    try (var in = archive.jar().getInputStream(entry)) {
      Files.copy(in, path);
    }
  }

  /// Another clerk may have unpacked the same zip in the meantime; either copy will do.
  private static Path publish(Path beside, Path target) throws IOException {
    try {
      return Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.isDirectory(target)) {
        return target;
      }
      throw e;
    }
  }
}
