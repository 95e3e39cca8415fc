package band.civic.clerk.core.site.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/// When a site is due again.
///
/// Most failures are a source that is away for some hours, which all its sites share. So a site that has failed only for
/// as long as that is tried again soon after; one that fails on and on waits longer and longer.
///
/// @param interval after a success
/// @param soon after a failure that may be an outage
/// @param patience how many failures in a row may be one outage; after each further one the wait is doubled
/// @param longest the longest wait after a failure
/// @param jitter the share by which a wait is made longer or shorter, so that sites do not stay in step
/// @param random 0 to 1
public record DuePolicy(Duration interval, Duration soon, int patience, Duration longest, double jitter,
    DoubleSupplier random) {
  private static final int DOUBLINGS = 20;

  /// A day after a success; an hour after each of the first twelve failures, then two, four … up to a day. All ± 5 %.
  public static DuePolicy daily(DoubleSupplier random) {
    return new DuePolicy(Duration.ofHours(24), Duration.ofHours(1), 12, Duration.ofHours(24), 0.05, random);
  }

  /// When a site is due after a success.
  public Instant afterSuccess(Instant now) {
    return now.plus(jittered(interval));
  }

  /// When a site is due after so many failures in a row, this one included.
  public Instant afterFailure(Instant now, long failures) {
    var wait = soon.multipliedBy(1L << Math.clamp(failures - patience, 0, DOUBLINGS));
    return now.plus(jittered(wait.compareTo(longest) > 0 ? longest : wait));
  }

  private Duration jittered(Duration wait) {
    var factor = 1 + jitter * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
