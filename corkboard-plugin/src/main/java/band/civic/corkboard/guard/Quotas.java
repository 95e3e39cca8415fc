package band.civic.corkboard.guard;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts requests per caller and minute. Callers beyond a hundred thousand push the oldest out, so that nobody can
/// fill the memory with addresses.
public final class Quotas {
  private static final int MOST_CALLERS = 100_000;

  private final Clock clock;
  private final Map<String, Window> windows = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
      return size() > MOST_CALLERS;
    }
  };

  private record Window(long minute, int count) {}

  /// Whether one more request is allowed.
  ///
  /// @param allowed true when it is
  /// @param limit requests a minute
  /// @param remaining how many are left in this minute
  /// @param resetSeconds until the next minute begins
  public record Verdict(boolean allowed, int limit, int remaining, long resetSeconds) {}

  public Quotas(Clock clock) {
    this.clock = clock;
  }

  /// Counts one request of that caller.
  public Verdict count(String caller, int perMinute) {
    long now = clock.millis();
    long minute = now / 60_000;
    long reset = Math.max(1, 60 - now / 1000 % 60);
    synchronized (windows) {
      var window = windows.get(caller);
      int count = window == null || window.minute != minute ? 1 : window.count + 1;
      windows.put(caller, new Window(minute, Math.min(count, perMinute + 1)));
      return new Verdict(count <= perMinute, perMinute, Math.max(0, perMinute - count), reset);
    }
  }
}
