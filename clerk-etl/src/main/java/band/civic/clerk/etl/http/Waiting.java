package band.civic.clerk.etl.http;

import band.civic.clerk.spi.ClerkException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Time, as the HTTP client sees it: tests put in a clock that does not wait.
public interface Waiting {

  /// Now, UTC.
  Instant now();

  /// Waits; throws [ClerkException.Cancelled] within a fraction of a second when the run is cancelled.
  void pause(Duration duration);

  /// Throws [ClerkException.Cancelled] when the run is cancelled.
  void checkCancelled();

  /// Real time.
  ///
  /// @param checkCancelled throws when the run is cancelled
  static Waiting real(Clock clock, Runnable checkCancelled) {
    return new RealWaiting(clock, checkCancelled);
  }
}
