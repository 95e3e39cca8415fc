package band.civic.clerk.core.site;

import band.civic.clerk.core.event.Event;
import band.civic.clerk.spi.Site;

/// Hears, after the commit, that a site came or went; the host passes it on to the plugins' listeners.
@FunctionalInterface
public interface SiteEvents {
  /// Nobody listens.
  SiteEvents NONE = (_, _) -> {};

  /// A site came or went; the event is in the outbox already.
  void happened(Event event, Site site);
}
