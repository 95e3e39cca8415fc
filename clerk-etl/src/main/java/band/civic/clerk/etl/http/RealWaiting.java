package band.civic.clerk.etl.http;

import band.civic.clerk.spi.ClerkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

record RealWaiting(Clock clock, Runnable cancelled) implements Waiting {
  private static final Duration SLICE = Duration.ofMillis(100);

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pause(Duration duration) {
    var end = System.nanoTime() + duration.toNanos();
    for (var left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      checkCancelled();
      sleep(Math.min(left, SLICE.toNanos()));
    }
    checkCancelled();
  }

  @Override
  public void checkCancelled() {
    cancelled.run();
  }

  private static void sleep(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClerkException.Cancelled("interrupted while waiting for a server");
    }
  }
}
