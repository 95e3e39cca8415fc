package band.civic.clerk.etl.http;

import java.time.Duration;
import java.time.Instant;

/// Allows calls: it is asked before every one, further tries included.
@FunctionalInterface
public interface CallBudget {

  /// Takes a call.
  ///
  /// @return zero when it is taken, else how long to wait before asking again
  Duration take(Instant now);

  /// Allows everything.
  static CallBudget unlimited() {
    return _ -> Duration.ZERO;
  }
}
