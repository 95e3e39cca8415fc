package band.civic.clerk.etl.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When each host may be called again. Shared by all clients of a process, so that sites that are read side by side
/// keep the pause between them too. Safe for use by several threads.
public final class HostPace {
  private final Map<String, Instant> next = new HashMap<>();

  /// Takes the next free moment of the host.
  ///
  /// @return how long to wait for it
  synchronized Duration reserve(String host, Instant now, Duration pause) {
    var slot = next.getOrDefault(host, now);
    var start = slot.isBefore(now) ? now : slot;
    next.put(host, start.plus(pause));
    return Duration.between(now, start);
  }

  /// Says that a call ended: the pause counts from here.
  synchronized void ended(String host, Instant now, Duration pause) {
    next.merge(host, now.plus(pause), (a, b) -> a.isAfter(b) ? a : b);
  }
}
