package band.civic.clerk.core.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Ids of jobs, events and the like: 18 of `[0-9a-v]`, whose order as text is the order in which they were made. Nine for
/// the millisecond, three that count within this process, six at random; between processes it is the order of the
/// milliseconds.
public final class SortedId {
  private static final int BITS = 5;
  private static final int RADIX = 1 << BITS;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private SortedId() {}

  /// A new id.
  public static String next(Instant now) {
    var count = COUNT.getAndIncrement() & ((1 << (3 * BITS)) - 1);
    return text(now.toEpochMilli(), 9) + text(count, 3)
        + text(RandomGenerator.getDefault().nextLong(1L << (6 * BITS)), 6);
  }

  private static String text(long number, int length) {
    var text = Long.toString(number, RADIX);
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }
}
