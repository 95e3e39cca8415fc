package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.site.Publication;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a task that succeeded leaves for later runs.
///
/// @param seen tables whose current versions it has seen
/// @param changed tables that get a new version
/// @param options values of its stage's options
/// @param pluginVersion version of the plugin
/// @param publication what it published
public record Completion(Set<String> seen, Set<String> changed, Map<String, String> options, String pluginVersion,
    Optional<Publication> publication) {

  public Completion {
    seen = Set.copyOf(seen);
    changed = Set.copyOf(changed);
    options = Map.copyOf(options);
  }
}
