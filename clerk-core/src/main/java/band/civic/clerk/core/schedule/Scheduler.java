package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import java.util.List;

/// Serves schedules until it is closed. Several may run on one registry.
public final class Scheduler implements AutoCloseable {
  private final List<ScheduleEntry> entries;
  private final Firing firing;
  private final QuartzStore store;
  private final QuartzClock clock;

  private Scheduler(ScheduleDesk desk, List<ScheduleEntry> entries) {
    this.entries = entries;
    this.firing = new Firing(desk);
    entries.forEach(firing::begin);
    this.store = QuartzStore.of(desk.registry());
    this.clock = QuartzClock.start(store, entries, this::fire);
  }

  /// Starts serving. Planned times that nobody served while no scheduler ran are caught up at once, each schedule once.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when a `cron` cannot be read
  public static Scheduler start(ScheduleDesk desk, List<ScheduleEntry> entries) {
    return new Scheduler(desk, List.copyOf(entries));
  }

  private void fire(String name) {
    var catchUp = name.equals(QuartzClock.CATCH_UP);
    entries.stream()
        .filter(entry -> catchUp ? entry.timing() instanceof Timing.Cron : entry.name().equals(name))
        .forEach(firing::fire);
  }

  /// Stops; what is being handed out is finished.
  @Override
  public void close() {
    clock.close();
    store.close();
  }
}
