package band.civic.clerk.core.site;

import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ENABLED;
import static band.civic.clerk.core.store.Tables.SITE_DATASETS;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.Site;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// Keeps written down which sites a pipeline has something for, so that choosing the next one asks no plugin. A reviewed
/// site that nobody registered is registered by this when it is one of them: nobody has to do that by hand first.
public final class Enrolment {
  private final Registry registry;
  private final Sites sites;

  public Enrolment(Registry registry, Sites sites) {
    this.registry = registry;
    this.sites = sites;
  }

  /// Asks the pipeline about every site, registered or reviewed, and writes what differs.
  ///
  /// @param supports what the pipeline says
  /// @return how many sites are enabled now
  public int refresh(String dataType, Predicate<Site> supports) {
    sites.listUnregistered().stream().filter(supports).forEach(site -> sites.getOrImport(site.subdomain()));
    var wanted = new HashSet<String>();
    sites.listSites().stream().filter(supports).map(RegisteredSite::subdomain).forEach(wanted::add);
    var before = enabled(dataType);
    // each by itself: several rows in one transaction could wait for each other with somebody who takes sites
    before.stream().filter(site -> !wanted.contains(site)).forEach(site -> set(site, dataType, 0));
    wanted.stream().filter(site -> !before.contains(site)).forEach(site -> set(site, dataType, 1));
    return wanted.size();
  }

  private Set<String> enabled(String dataType) {
    return new HashSet<>(registry.sql()
        .select(SUBDOMAIN)
        .from(SITE_DATASETS)
        .where(DATA_TYPE.eq(dataType).and(ENABLED.eq(1L)))
        .fetch(SUBDOMAIN));
  }

  private void set(String subdomain, String dataType, long enabled) {
    registry.sql()
        .insertInto(SITE_DATASETS, SUBDOMAIN, DATA_TYPE, ENABLED)
        .values(subdomain, dataType, enabled)
        .onConflict(SUBDOMAIN, DATA_TYPE)
        .doUpdate()
        .set(ENABLED, enabled)
        .execute();
  }
}
