package band.civic.corkboard.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A site in the list.
///
/// @param subdomain its key
/// @param name the place
/// @param place where and what it is
/// @param databases names of the databases that exist
/// @param modified when the newest of them was published
public record SiteEntry(String subdomain, String name, Place place, List<String> databases,
    Optional<Instant> modified) {

  /// @param state two letters; empty when nobody said
  /// @param kind `city`, `county`, …
  /// @param extra further facts, `lat` and `lng` among them
  public record Place(String state, String kind, Map<String, String> extra) {}

  public boolean hasFinance() {
    return databases.contains("election_finance");
  }

  /// Latitude or longitude, when the site has one.
  public Optional<Double> coordinate(String key) {
    try {
      return Optional.ofNullable(place.extra.get(key)).map(Double::valueOf).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
