package band.civic.corkboard.guard;

import band.civic.corkboard.http.Failure;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A lane for each site: only so many of its answers are worked out at once, so many more wait their turn, and the rest
/// are told to come back. So one city's crowd takes no thread that another city needs.
public final class Lanes {
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final int running;
  private final int waiting;
  private final long patienceMillis;

  private static final class Lane {
    private final Semaphore places;
    private int users;

    private Lane(int places) {
      this.places = new Semaphore(places, true);
    }
  }

  /// @param running answers of one site at once
  /// @param waiting answers of one site that wait
  /// @param patienceMillis how long one waits
  public Lanes(int running, int waiting, long patienceMillis) {
    this.running = running;
    this.waiting = waiting;
    this.patienceMillis = patienceMillis;
  }

  /// Does the work when it is the site's turn; a [Failure] of 503 when too many wait already.
  public <T> T in(String site, Supplier<T> work) {
    var lane = enter(site);
    try {
      if (!lane.places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
      try {
        return work.get();
      } finally {
        lane.places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      leave(site);
    }
  }

  private Lane enter(String site) {
    return lanes.compute(site, (_, known) -> {
      var lane = known == null ? new Lane(running) : known;
      if (lane.users >= running + waiting) {
        throw busy();
      }
      lane.users++;
      return lane;
    });
  }

  private void leave(String site) {
    lanes.compute(site, (_, lane) -> left(lane));
  }

  private static @Nullable Lane left(@Nullable Lane lane) {
    return lane == null || --lane.users == 0 ? null : lane;
  }

  private static Failure busy() {
    return Failure.unavailable("Too many questions at once; try again in a moment");
  }
}
