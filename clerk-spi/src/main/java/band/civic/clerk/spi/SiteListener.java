package band.civic.clerk.spi;

import java.time.Instant;
import java.util.Optional;

/// Hears what happens to sites, after it was committed. Each listener is told by itself: one that throws is recorded
/// and the next is still told.
public interface SiteListener {

  /// A site was registered.
  default void siteCreated(Site site) {}

  /// A site was taken out of the registry; its files may still be there.
  default void siteRemoved(Site site) {}

  /// A new database was published.
  default void dataLoaded(Site site, String dataType, DataSummary summary) {}

  /// A run looked and found nothing new.
  default void dataUnchanged(Site site, String dataType) {}

  /// A run failed; the published database is as it was.
  default void runFailed(Site site, String dataType, String reason) {}

  /// The site's data are older than they should be.
  ///
  /// @param lastSuccess the last run that looked at the source; empty when there was none
  default void siteStale(Site site, String dataType, Optional<Instant> lastSuccess) {}

  /// A site's databases were put on a deploy target.
  ///
  /// @param target the target's name
  default void dataDeployed(Site site, String target) {}
}
