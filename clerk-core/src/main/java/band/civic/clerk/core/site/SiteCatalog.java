package band.civic.clerk.core.site;

import band.civic.clerk.spi.Site.Agency;
import java.util.List;
import java.util.Optional;

/// What people reviewed about sites: the files of `site-config`.
public interface SiteCatalog {
  /// No reviewed site at all.
  SiteCatalog EMPTY = new SiteCatalog() {
    @Override
    public Optional<NewSite> findSite(String subdomain) {
      return Optional.empty();
    }

    @Override
    public List<String> listSubdomains() {
      return List.of();
    }

    @Override
    public List<Agency> agencies(String source, String subdomain) {
      return List.of();
    }
  };

  /// The reviewed site of that subdomain.
  Optional<NewSite> findSite(String subdomain);

  /// The subdomains of all reviewed sites.
  List<String> listSubdomains();

  /// The agencies of `source` that are mapped to the site, enabled and valid today, in the reviewed order.
  List<Agency> agencies(String source, String subdomain);
}
