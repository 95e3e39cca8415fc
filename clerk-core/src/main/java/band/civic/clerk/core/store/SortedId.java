package band.civic.clerk.core.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Ids whose order as text is the order in which they were made: 24 characters of `[0-9a-v]`. Between processes it is
/// the order of their milliseconds.
public final class SortedId {
  private static final int BASE = 32;
  private static final int BITS = 5;
  private static final int TIME_LENGTH = 10;
  private static final int SEQUENCE_LENGTH = 5;
  private static final int RANDOM_LENGTH = 9;
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  private SortedId() {}

  /// A new id.
  public static String of(Instant now, RandomGenerator random) {
    var sequence = SEQUENCE.getAndIncrement() & ((1 << (BITS * SEQUENCE_LENGTH)) - 1);
    var id = new StringBuilder(padded(now.toEpochMilli(), TIME_LENGTH)).append(padded(sequence, SEQUENCE_LENGTH));
    random.ints(RANDOM_LENGTH, 0, BASE).forEach(digit -> id.append(Character.forDigit(digit, BASE)));
    return id.toString();
  }

  private static String padded(long number, int length) {
    var digits = Long.toString(number, BASE);
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
