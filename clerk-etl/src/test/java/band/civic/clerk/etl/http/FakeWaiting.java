package band.civic.clerk.etl.http;

import band.civic.clerk.spi.ClerkException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that stands still unless somebody waits, and then jumps.
final class FakeWaiting implements Waiting {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-20T06:00:00Z");
  private volatile boolean cancelled;

  List<Duration> pauses() {
    return pauses;
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration duration) {
    checkCancelled();
    pauses.add(duration);
    now = now.plus(duration);
  }

  @Override
  public void checkCancelled() {
    if (cancelled) {
      throw new ClerkException.Cancelled("cancelled");
    }
  }
}
