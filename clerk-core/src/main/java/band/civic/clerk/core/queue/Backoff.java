package band.civic.clerk.core.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// How long a job waits after a failed attempt: twice as long after each, with a cap, a little different for each job so
/// that what failed together does not come back together.
///
/// @param first after the first
/// @param longest the cap
/// @param jitter the share by which a wait is made longer or shorter
/// @param random 0 to 1
public record Backoff(Duration first, Duration longest, double jitter, DoubleSupplier random) {
  private static final int DOUBLINGS = 20;

  /// Half a minute, one, two … up to an hour. All ± 20 %.
  public static Backoff usual() {
    return new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), 0.2, RandomGenerator.getDefault()::nextDouble);
  }

  Duration after(long failedAttempts) {
    var wait = first.multipliedBy(1L << Math.clamp(failedAttempts - 1, 0, DOUBLINGS));
    var capped = wait.compareTo(longest) > 0 ? longest : wait;
    return Duration.ofMillis(Math.round(capped.toMillis() * (1 + jitter * (2 * random.getAsDouble() - 1))));
  }
}
