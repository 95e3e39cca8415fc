package band.civic.clerk.core.config.agencies;

import band.civic.clerk.core.config.yaml.YamlFile;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A list of agencies as the source gives it: JSON, `[{"id": 12, "shortcut": "COA", "name": "Alameda, County of"}, …]`.
public final class SourceList {

  private SourceList() {}

  /// One agency as the source gives it.
  public record Listed(AgencyKey key, String name) {}

  /// Reads a saved answer of the source.
  ///
  /// @throws BadConfiguration when a row has no id, shortcut or name
  public static List<Listed> read(Path file) {
    var json = YamlFile.read(file);
    if (!json.root().isArray()) {
      throw new BadConfiguration(file + ": not a JSON array of agencies. Save the source's list as it is.");
    }
    var agencies = new ArrayList<Listed>();
    for (var row : json.root()) {
      if (!row.path("id").isInt() || row.path("shortcut").asString("").isBlank()
          || row.path("name").asString("").isBlank()) {
        throw new BadConfiguration("%s: a row without `id`, `shortcut` or `name`. Save the source's list as it is."
            .formatted(json.placeOf("/" + agencies.size())));
      }
      agencies.add(new Listed(new AgencyKey(row.path("id").asInt(), row.path("shortcut").asString()),
          row.path("name").asString()));
    }
    return List.copyOf(agencies);
  }
}
