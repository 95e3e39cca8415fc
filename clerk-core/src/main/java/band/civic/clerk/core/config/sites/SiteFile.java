package band.civic.clerk.core.config.sites;

import band.civic.clerk.core.config.yaml.Schemas;
import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A reviewed site: `site-config/sites/SUBDOMAIN.yaml`.
///
/// @param subdomain `alameda.ca`
/// @param name for people
/// @param state `CA`
/// @param country `US`
/// @param kind `city`, `county`, …
/// @param position where it is on a map
/// @param extra free settings for plugins
public record SiteFile(String subdomain, String name, String state, String country, String kind,
    Optional<Position> position, Map<String, String> extra) {

  /// Degrees (WGS 84).
  public record Position(double lat, double lng) {}

  public SiteFile {
    extra = Map.copyOf(extra);
  }

  /// Reads and checks one file.
  ///
  /// @throws BadConfiguration with every problem, each with its line
  static SiteFile read(Path file) {
    var yaml = YamlFile.read(file);
    Schemas.check(yaml, "site");
    var root = yaml.root();
    var subdomain = root.path("subdomain").asString();
    if (!file.getFileName().toString().equals(subdomain + ".yaml")) {
      throw new BadConfiguration("%s: subdomain `%s` must be the name of the file"
          .formatted(yaml.placeOf("/subdomain"), subdomain));
    }
    return new SiteFile(subdomain, root.path("name").asString(), root.path("state").asString(),
        root.path("country").asString(), root.path("kind").asString(),
        Optional.of(root.path("position"))
            .filter(JsonNode::isObject)
            .map(p -> new Position(p.path("lat").asDouble(), p.path("lng").asDouble())),
        root.path("extra")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asString())));
  }
}
