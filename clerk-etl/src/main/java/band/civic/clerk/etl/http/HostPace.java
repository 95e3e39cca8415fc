package band.civic.clerk.etl.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When each host may be called again. Shared by all clients of a process, so that sites that are read side by side
/// keep the pause between them too. Safe for use by several threads.
public final class HostPace {
  private final Map<String, Instant> next;
  private final Turns turns;

  /// The pace of this process.
  public HostPace() {
    this(new HashMap<>(), (_, from, _) -> from);
  }

  private HostPace(Map<String, Instant> next, Turns turns) {
    this.next = next;
    this.turns = turns;
  }

  /// Whoever sees to it that several processes do not ask a host at once.
  @FunctionalInterface
  public interface Turns {
    /// @return when the next turn is, not before `from`; nobody else has one for `pause` after it
    Instant take(String host, Instant from, Duration pause);
  }

  /// The same pace, which waits for its turns among other processes too.
  public HostPace among(Turns others) {
    return new HostPace(next, others);
  }

  /// Takes the next free moment of the host.
  ///
  /// @return how long to wait for it
  Duration reserve(String host, Instant now, Duration pause) {
    var start = turns.take(host, ownTurn(host, now, pause), pause); // may wait: nobody else waits with it
    keep(host, start.plus(pause));
    return Duration.between(now, start);
  }

  /// Says that a call ended: the pause counts from here.
  void ended(String host, Instant now, Duration pause) {
    keep(host, now.plus(pause));
  }

  private Instant ownTurn(String host, Instant now, Duration pause) {
    synchronized (next) {
      var slot = next.getOrDefault(host, now);
      var start = slot.isBefore(now) ? now : slot;
      next.put(host, start.plus(pause));
      return start;
    }
  }

  private void keep(String host, Instant notBefore) {
    synchronized (next) {
      next.merge(host, notBefore, (a, b) -> a.isAfter(b) ? a : b);
    }
  }
}
