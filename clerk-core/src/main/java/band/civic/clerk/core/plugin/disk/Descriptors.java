package band.civic.clerk.core.plugin.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PropertiesPluginDescriptorFinder;
import org.pf4j.VersionManager;

/// Reads what a plugin says of itself and refuses what cannot be right, before PF4J sees it: PF4J takes any version,
/// lets
/// an unreadable range end the loading of every plugin, and reads `1.0.0` as "this or anything newer".
public final class Descriptors {
  /// Compares versions and ranges of versions.
  public static final VersionManager VERSIONS = new DefaultVersionManager();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final String FAR_FUTURE = "9999.0.0";

  private Descriptors() {}

  static PluginDescriptor ofManifest(Manifest manifest) throws Unusable {
    return checked(new OfManifest().of(manifest), "manifest has no Plugin-");
  }

  /// `plugin.properties`, else a manifest in `META-INF` or `classes/META-INF`.
  static PluginDescriptor ofDirectory(Path root) throws Unusable, IOException {
    var properties = root.resolve(PluginFile.PROPERTIES);
    if (Files.exists(properties)) {
      try (var reader = Files.newBufferedReader(properties)) {
        var read = new Properties();
        read.load(reader);
        return checked(new OfProperties().of(read), "plugin.properties has no plugin.");
      }
    }
    var manifest = Stream.of("META-INF/MANIFEST.MF", "classes/META-INF/MANIFEST.MF")
        .map(root::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new Unusable("it has neither a plugin.properties nor a META-INF/MANIFEST.MF"));
    try (var in = Files.newInputStream(manifest)) {
      return ofManifest(new Manifest(in));
    }
  }

  /// Refuses a plugin that was made for another clerk.
  public static void checkRange(PluginDescriptor descriptor, String hostVersion) throws Unusable {
    var range = descriptor.getRequires().strip();
    var example = "write Plugin-Requires: >=0.1.0 & <1.0.0 or the range that you mean";
    if (range.equals("*") || range.matches("\\d+(\\.\\d+)*") || accepts(range, FAR_FUTURE)) {
      throw new Unusable("it needs clerk '%s', which has no upper end, and nobody can promise that; %s"
          .formatted(range, example));
    }
    if (!accepts(range, hostVersion)) {
      throw new Unusable("it needs clerk %s and this is clerk %s; install a version of the plugin that fits"
          .formatted(range, hostVersion));
    }
  }

  private static boolean accepts(String range, String version) throws Unusable {
    try {
      return VERSIONS.checkVersionConstraint(version, range);
    } catch (RuntimeException e) {
      throw new Unusable("it needs clerk '" + range + "', which is no range of versions; write"
          + " Plugin-Requires: >=0.1.0 & <1.0.0 or the range that you mean", e);
    }
  }

  private static PluginDescriptor checked(PluginDescriptor descriptor, String missing) throws Unusable {
    require(descriptor.getPluginId(), "its " + missing + (missing.endsWith("-") ? "Id" : "id"));
    require(descriptor.getVersion(), "its " + missing + (missing.endsWith("-") ? "Version" : "version"));
    if (!ID.matcher(descriptor.getPluginId()).matches()) {
      throw new Unusable("its id '" + descriptor.getPluginId() + "' is not made of letters, digits, '.', '_' and '-'");
    }
    if (!descriptor.getPluginClass().equals(Plugin.class.getName())) {
      throw new Unusable("it names a Plugin-Class (" + descriptor.getPluginClass() + "), which clerk does not use; name"
          + " the ClerkPlugin in META-INF/services/band.civic.clerk.spi.ClerkPlugin and take Plugin-Class out");
    }
    return checkedVersion(descriptor);
  }

  private static PluginDescriptor checkedVersion(PluginDescriptor descriptor) throws Unusable {
    try {
      var _ = VERSIONS.compareVersions(descriptor.getVersion(), descriptor.getVersion());
      return descriptor;
    } catch (RuntimeException e) {
      throw new Unusable("its version '" + descriptor.getVersion() + "' is no semantic version such as 1.0.0", e);
    }
  }

  private static void require(String value, String objection) throws Unusable {
    if (value == null || value.isBlank()) {
      throw new Unusable(objection);
    }
  }

  private static final class OfManifest extends ManifestPluginDescriptorFinder {
    PluginDescriptor of(Manifest manifest) {
      return createPluginDescriptor(manifest);
    }
  }

  private static final class OfProperties extends PropertiesPluginDescriptorFinder {
    PluginDescriptor of(Properties properties) {
      return createPluginDescriptor(properties);
    }
  }
}
