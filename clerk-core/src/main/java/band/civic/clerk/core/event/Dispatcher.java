package band.civic.clerk.core.event;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands events on: tells the plugins' listeners, and enqueues what follows. Whoever made an event announces it at once;
/// what a process that died left behind is found by the workers and schedulers.
///
/// What follows is enqueued once. A listener hears of an event at least once: twice only when the process dies between
/// telling and writing that it told.
public final class Dispatcher {
  /// The maker of an event has this long to announce it before somebody else does.
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Registry registry;
  private final Listeners listeners;
  private final Follower follower;
  private final Clock clock;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// @param follower what follows from events
  public Dispatcher(Registry registry, Listeners listeners, Follower follower, Clock clock) {
    this.registry = registry;
    this.listeners = listeners;
    this.follower = follower;
    this.clock = clock;
  }

  /// Hands on an event that was just committed.
  ///
  /// @return one notice for each listener that failed
  public List<Notice> announce(Event event, Site site) {
    var failed = listeners.tell(event, site);
    try {
      handOn(event);
    } catch (RuntimeException e) { // what was done is done; the outbox keeps the event for later
      LOG.error("event {} of {} is handed on later", event.kind(), event.about().subdomain(), e);
    }
    return failed;
  }

  /// Hands on what others left behind.
  ///
  /// @param sites finds the site of an event; one that is gone has no listeners to be told of it
  /// @return how many events were handed on
  public int dispatchOpen(Function<String, Optional<? extends Site>> sites) {
    var open = new Outbox(registry).listOpen(clock.instant().minus(GRACE), BATCH);
    return (int) open.stream().filter(event -> dispatch(event, sites)).count();
  }

  /// One that cannot be handed on does not hold up the next, and its listeners are not told again by this process.
  private boolean dispatch(Event event, Function<String, Optional<? extends Site>> sites) {
    try {
      if (told.add(event.id())) {
        sites.apply(event.about().subdomain()).ifPresent(site -> listeners.tell(event, site));
      }
      handOn(event);
      told.remove(event.id());
      LOG.info("event {} of {} was left behind and is handed on", event.kind(), event.about().subdomain());
      return true;
    } catch (SourceUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("event {} of {} cannot be handed on yet", event.kind(), event.about().subdomain(), e);
      return false;
    }
  }

  private void handOn(Event event) {
    registry.inTransaction(sql -> {
      var taken = new Outbox(registry).take(event.id(), clock.instant());
      if (taken) {
        follower.follow(event);
      }
      return taken;
    });
  }
}
