package band.civic.clerk.core.site;

import java.util.Map;
import java.util.Optional;

/// A site that is to be registered.
///
/// @param subdomain `alameda.ca`
/// @param name `Alameda`
/// @param state `CA`
/// @param country `US`
/// @param kind one of [SiteRules#KINDS]
/// @param position where it is on a map
/// @param extra free settings for plugins
public record NewSite(String subdomain, String name, String state, String country, String kind,
    Optional<Position> position, Map<String, String> extra) {

  public NewSite {
    extra = Map.copyOf(extra);
  }

  /// A site of the United States without position or extra settings.
  public static NewSite of(String subdomain, String name, String state, String kind) {
    return new NewSite(subdomain, name, state, "US", kind, Optional.empty(), Map.of());
  }
}
