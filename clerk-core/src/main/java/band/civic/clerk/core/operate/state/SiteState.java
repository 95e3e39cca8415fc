package band.civic.clerk.core.operate.state;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDataset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// How a site stands in one data type.
///
/// @param key site and data type
/// @param standing in a word
/// @param since when it was registered
/// @param dataset what is known of its runs; empty when there was none
public record SiteState(DatasetKey key, Standing standing, Instant since, Optional<SiteDataset> dataset) {

  static SiteState of(DatasetKey key, Instant since, Optional<SiteDataset> dataset, Measure measure) {
    return new SiteState(key, measure.standing(key, since, dataset), since, dataset);
  }

  /// When a run last looked at the source.
  public Optional<Instant> lastSuccessAt() {
    return dataset.flatMap(SiteDataset::lastSuccessAt);
  }

  /// By what sites are judged.
  ///
  /// @param wanted sites and data types that a pipeline serves, whether or not it ever ran
  /// @param staleAfter how old the last look at a source may be
  /// @param now UTC
  public record Measure(Set<DatasetKey> wanted, Duration staleAfter, Instant now) {

    private Standing standing(DatasetKey key, Instant since, Optional<SiteDataset> dataset) {
      if (!wanted.contains(key)) {
        return Standing.IDLE;
      }
      var success = dataset.flatMap(SiteDataset::lastSuccessAt);
      if (success.orElse(since).plus(staleAfter).isBefore(now)) {
        return Standing.STALE;
      }
      if (dataset.map(SiteDataset::consecutiveFailures).orElse(0L) > 0) {
        return Standing.FAILING;
      }
      return success.isPresent() ? Standing.FRESH : Standing.NEW;
    }
  }
}
