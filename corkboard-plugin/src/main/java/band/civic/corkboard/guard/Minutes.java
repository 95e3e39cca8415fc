package band.civic.corkboard.guard;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/// Adds something up for each caller, anew every minute. Callers beyond a hundred thousand push out the one not seen
/// for longest, so that nobody can fill the memory with addresses, and nobody who keeps asking gets a fresh minute.
final class Minutes {
  private static final int MOST_CALLERS = 100_000;

  private final Clock clock;
  private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
      return size() > MOST_CALLERS;
    }
  };

  private record Window(long minute, long sum) {}

  Minutes(Clock clock) {
    this.clock = clock;
  }

  /// Adds to the caller's sum of this minute, and returns it.
  long add(String caller, long more) {
    long minute = minute();
    synchronized (windows) {
      var window = windows.get(caller);
      long sum = window == null || window.minute != minute ? more : window.sum + more;
      windows.put(caller, new Window(minute, sum));
      return sum;
    }
  }

  /// The caller's sum of this minute.
  long of(String caller) {
    synchronized (windows) {
      var window = windows.get(caller);
      return window == null || window.minute != minute() ? 0 : window.sum;
    }
  }

  long resetSeconds() {
    return Math.max(1, 60 - clock.millis() / 1000 % 60);
  }

  private long minute() {
    return clock.millis() / 60_000;
  }
}
