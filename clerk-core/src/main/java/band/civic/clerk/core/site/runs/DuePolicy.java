package band.civic.clerk.core.site.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/// When a site is due again.
///
/// @param interval after a success
/// @param firstRetry after the first failure; doubled for each further one
/// @param lastRetry the longest wait after a failure
/// @param jitter the share by which a wait is made longer or shorter, so that sites do not stay in step
/// @param random 0 to 1
public record DuePolicy(Duration interval, Duration firstRetry, Duration lastRetry, double jitter,
    DoubleSupplier random) {
  private static final int DOUBLINGS = 20;

  /// A day after a success; after failures an hour, two, four … up to a day. All ± 5 %.
  public static DuePolicy daily(DoubleSupplier random) {
    return new DuePolicy(Duration.ofHours(24), Duration.ofHours(1), Duration.ofHours(24), 0.05, random);
  }

  /// When a site is due after a success.
  public Instant afterSuccess(Instant now) {
    return now.plus(jittered(interval));
  }

  /// When a site is due after so many failures in a row, this one included.
  public Instant afterFailure(Instant now, long failures) {
    var wait = firstRetry.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, failures - 1)));
    return now.plus(jittered(wait.compareTo(lastRetry) > 0 ? lastRetry : wait));
  }

  private Duration jittered(Duration wait) {
    var factor = 1 + jitter * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
