package band.civic.clerk.core.plugin.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pf4j.PluginDescriptor;

/// One plugin on disk, opened far enough to know what it says of itself and that nothing in it is forbidden.
///
/// @param file what was dropped into the plugins directory
/// @param classPath the jars and directories that its classes are loaded from
/// @param descriptor what the manifest or `plugin.properties` says
public record PluginFile(Path file, List<Path> classPath, PluginDescriptor descriptor) {
  static final String PROPERTIES = "plugin.properties";

  /// Reads a jar, a zip or an unpacked zip.
  ///
  /// @throws Unusable when it cannot be a plugin
  public static PluginFile read(Path file, ZipCache zips) throws Unusable {
    if (Files.notExists(file)) {
      throw new Unusable("there is no such file");
    }
    try {
      if (Files.isDirectory(file)) {
        return ofDirectory(file, file);
      }
      return switch (extension(file)) {
        case "jar" -> ofJar(file);
        case "zip" -> ofDirectory(file, zips.unpack(file));
        default -> throw new Unusable("it is neither a jar, a zip nor a directory");
      };
    } catch (IOException | RuntimeException e) {
      throw new Unusable("it cannot be read: " + Causes.of(e), e);
    }
  }

  /// The plugin's name.
  public String id() {
    return descriptor.getPluginId();
  }

  /// Semantic version.
  public String version() {
    return descriptor.getVersion();
  }

  static String extension(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static PluginFile ofJar(Path jar) throws Unusable {
    try (var archive = PluginArchive.open(jar)) {
      archive.check();
      return new PluginFile(jar, List.of(jar), Descriptors.ofManifest(archive.manifest()));
    }
  }

  /// The layout of PF4J: `classes/` and `lib/*.jar`; a jar that was unpacked works too.
  private static PluginFile ofDirectory(Path file, Path root) throws Unusable, IOException {
    var classPath = Stream.concat(Stream.of(root, root.resolve("classes")).filter(PluginFile::hasClasses),
        jars(root.resolve("lib")).stream()).toList();
    for (var entry : classPath) {
      check(entry);
    }
    return new PluginFile(file, classPath, Descriptors.ofDirectory(root));
  }

  private static void check(Path entry) throws Unusable, IOException {
    if (Files.isRegularFile(entry)) {
      try (var jar = PluginArchive.open(entry)) {
        jar.check();
      }
      return;
    }
    try (var files = Files.walk(entry)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        PluginArchive.checkEntry(entry.relativize(file).toString().replace('\\', '/'));
      }
    }
  }

  private static boolean hasClasses(Path directory) {
    return Files.isDirectory(directory.endsWith("classes") ? directory : directory.resolve("META-INF"));
  }

  private static List<Path> jars(Path lib) throws IOException {
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (var files = Files.list(lib)) {
      return files.filter(file -> extension(file).equals("jar")).sorted().toList();
    }
  }
}
