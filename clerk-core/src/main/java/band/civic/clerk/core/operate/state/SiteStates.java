package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.CREATED_AT;
import static band.civic.clerk.core.store.Tables.SITES;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.operate.state.SiteState.Measure;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.store.Registry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How all sites stand.
public final class SiteStates {
  private final Registry registry;

  public SiteStates(Registry registry) {
    this.registry = registry;
  }

  /// All that should have data or have some, the worst first, then the longest unseen, then by name.
  public List<SiteState> list(Measure measure) {
    var since = registered();
    var datasets = new SiteDatasets(registry).listAll()
        .stream()
        .collect(Collectors.toMap(SiteDataset::key, Function.identity()));
    var kept = datasets.values().stream().filter(dataset -> dataset.published().isPresent()).map(SiteDataset::key);
    return Stream.concat(measure.wanted().stream(), kept)
        .distinct()
        .flatMap(key -> Optional.ofNullable(since.get(key.subdomain()))
            .map(at -> SiteState.of(key, at, Optional.ofNullable(datasets.get(key)), measure))
            .stream())
        .sorted(Comparator.comparing(SiteState::standing)
            .thenComparing(state -> state.lastSuccessAt().orElse(Instant.MIN))
            .thenComparing(state -> state.key().subdomain())
            .thenComparing(state -> state.key().dataType()))
        .toList();
  }

  private Map<String, Instant> registered() {
    return registry.sql()
        .select(SUBDOMAIN, CREATED_AT)
        .from(SITES)
        .fetchMap(row -> row.value1(), row -> Instant.parse(row.value2()));
  }
}
