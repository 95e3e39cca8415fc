package band.civic.clerk.core.config;

import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// `clerk.yaml`: settings of the host at the top, settings of a plugin below its name.
///
/// ```yaml
/// storage-dir: /srv/clerk
/// netfile:
///   page-size: 500
/// ```
///
/// A list is the same as its items joined by commas. Relative directories are taken from the file's own directory.
final class ConfigFile {
  private static final String HOST_KEYS = String.join(", ", HostKeys.IN_FILE);

  private final YamlFile yaml;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private ConfigFile(YamlFile yaml) {
    this.yaml = yaml;
  }

  /// The settings of `file` by dotted key; none when it does not exist.
  static Map<String, Entry> read(Path file) {
    return Files.exists(file) ? new ConfigFile(YamlFile.read(file)).entries() : Map.of();
  }

  private Map<String, Entry> entries() {
    if (!yaml.root().isObject()) {
      throw new BadConfiguration(yaml.placeOf("") + ": settings are `key: value` lines. Put a key before the value.");
    }
    for (var field : yaml.root().properties()) {
      if (field.getValue().isObject()) {
        section(field.getKey(), "/" + field.getKey(), field.getValue());
      } else {
        add(field.getKey(), "/" + field.getKey(), field.getValue());
      }
    }
    return entries;
  }

  private void section(String prefix, String pointer, JsonNode section) {
    for (var field : section.properties()) {
      var key = prefix + "." + field.getKey();
      var child = pointer + "/" + field.getKey();
      if (field.getValue().isObject()) {
        section(key, child, field.getValue());
      } else {
        add(key, child, field.getValue());
      }
    }
  }

  private void add(String key, String pointer, JsonNode node) {
    var place = yaml.placeOf(pointer);
    if (!key.contains(".") && !HostKeys.IN_FILE.contains(key)) {
      throw new BadConfiguration(
          "%s: unknown setting `%s`. The host knows %s; a plugin's settings stand below its name."
              .formatted(place, key, HOST_KEYS));
    }
    var value = text(node, place + ": `" + key + "`");
    if (Secrets.isSecret(key) || Secrets.holdsSecret(value)) {
      throw new BadConfiguration("%s: `%s` is a secret and may not stand in a file that is shared. Set %s or %s_FILE."
          .formatted(place, key, ClerkSettings.variableOf(key), ClerkSettings.variableOf(key)));
    }
    var line = yaml.lines().getOrDefault(pointer, 0);
    entries.put(key, new Entry(value, yaml.file().getFileName() + ":" + line));
  }

  private static String text(JsonNode node, String where) {
    if (node.isArray()) {
      return node.valueStream().map(item -> scalar(item, where)).collect(Collectors.joining(","));
    }
    return scalar(node, where);
  }

  private static String scalar(JsonNode node, String where) {
    if (!node.isValueNode() || node.isNull()) {
      throw new BadConfiguration(where + " has no value. Write one, or take the key away.");
    }
    return node.asString();
  }

  /// A value and the line that sets it.
  record Entry(String value, String origin) {}
}
