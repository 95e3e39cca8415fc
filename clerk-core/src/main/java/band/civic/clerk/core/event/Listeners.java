package band.civic.clerk.core.event;

import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The plugins' listeners. Each is told by itself: one that fails is recorded, the next is still told.
public final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final Supplier<List<Listener>> listeners;

  /// A listener and the plugin that brings it.
  public record Listener(String plugin, SiteListener listener) {}

  /// @param listeners asked when there is something to tell, so that nobody loads plugins for nothing
  public Listeners(Supplier<List<Listener>> listeners) {
    this.listeners = listeners;
  }

  /// Nobody listens.
  public static Listeners none() {
    return new Listeners(List::of);
  }

  /// Tells everybody of an event.
  ///
  /// @return one notice for each listener that failed
  public List<Notice> tell(Event event, Site site) {
    var failed = new ArrayList<Notice>();
    for (var listener : listeners.get()) {
      try {
        Facts.of(event, site).accept(listener.listener());
      } catch (RuntimeException | LinkageError | AssertionError e) {
        LOG.error("A listener of plugin {} failed", listener.plugin(), e);
        failed.add(Notice.warning("listener_failed", listener.plugin(),
            "A listener of this plugin failed (%s); the data are not affected.".formatted(e)));
      }
    }
    return failed;
  }
}
