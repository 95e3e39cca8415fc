package band.civic.corkboard.guard;

import java.time.Clock;

/// Counts what each caller asks for in a minute: requests, and the processor time that answering them took. Waiting
/// costs nothing, and neither does an answer that was known already.
public final class Quotas {
  private final Minutes requests;
  private final Minutes nanos;

  /// Whether one more request is allowed.
  ///
  /// @param allowed true when it is
  /// @param limit requests a minute
  /// @param remaining how many are left in this minute
  /// @param resetSeconds until the next minute begins
  public record Verdict(boolean allowed, int limit, int remaining, long resetSeconds) {}

  public Quotas(Clock clock) {
    this.requests = new Minutes(clock);
    this.nanos = new Minutes(clock);
  }

  /// Counts one request of that caller.
  public Verdict count(String caller, int perMinute) {
    long count = requests.add(caller, 1);
    return new Verdict(count <= perMinute, perMinute, (int) Math.max(0, perMinute - count), resetSeconds());
  }

  /// Adds to what the caller has cost in this minute.
  public void charge(String caller, long processorNanos) {
    nanos.add(caller, processorNanos);
  }

  /// True when the caller has cost so many seconds of processor time in this minute; 0 allows any number.
  public boolean hasSpent(String caller, int seconds) {
    return seconds > 0 && nanos.of(caller) >= seconds * 1_000_000_000L;
  }

  /// Until the next minute begins.
  public long resetSeconds() {
    return requests.resetSeconds();
  }
}
