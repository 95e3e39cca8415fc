package band.civic.clerk.core.site;

import band.civic.clerk.spi.Site;

/// Hears, after the commit, that a site came or went; the host passes it on to the plugins' listeners.
public interface SiteEvents {
  /// Nobody listens.
  SiteEvents NONE = new SiteEvents() {
    @Override
    public void created(Site site) {}

    @Override
    public void removed(Site site) {}
  };

  void created(Site site);

  void removed(Site site);
}
