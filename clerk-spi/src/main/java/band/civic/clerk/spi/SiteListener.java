package band.civic.clerk.spi;

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
}
