package band.civic.clerk.core;

import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.config.sites.SiteFile;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.Position;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.spi.Site.Agency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The files of `site-config`, as the registry asks for them.
final class ReviewedSites implements SiteCatalog {
  private final SiteConfig config;
  private final Clock clock;

  ReviewedSites(SiteConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Optional<NewSite> findSite(String subdomain) {
    return config.findSite(subdomain).map(ReviewedSites::newSite);
  }

  @Override
  public List<String> listSubdomains() {
    return config.listSubdomains();
  }

  @Override
  public List<Agency> agencies(String source, String subdomain) {
    return config.findAgencies(source)
        .map(list -> list.agenciesOf(subdomain, LocalDate.ofInstant(clock.instant(), clock.getZone())))
        .orElse(List.of());
  }

  private static NewSite newSite(SiteFile file) {
    return new NewSite(file.subdomain(), file.name(), file.state(), file.country(), file.kind(),
        file.position().map(p -> new Position(p.lat(), p.lng())), file.extra());
  }
}
