package band.civic.clerk.core.config.agencies;

import java.util.List;
import java.util.Optional;

/// One row of the reviewed file.
///
/// @param key id and shortcut
/// @param name as the source writes it, mistakes included
/// @param kind `city`, `county`, `city-county`, `special-district`, `pseudo`
/// @param skip why it is mapped to no site, on purpose
/// @param mappings the sites that publish its filings, in the file's order
public record AgencyEntry(AgencyKey key, String name, String kind, Optional<String> skip,
    List<AgencyMapping> mappings) {

  public AgencyEntry {
    mappings = List.copyOf(mappings);
  }

  public AgencyEntry withMappings(List<AgencyMapping> others) {
    return new AgencyEntry(key, name, kind, skip, others);
  }

  /// Whether any site publishes it.
  public boolean isMapped() {
    return mappings.stream().anyMatch(AgencyMapping::enabled);
  }
}
