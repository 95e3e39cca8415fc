package band.civic.fec.bronze;

import java.util.stream.LongStream;

/// What rows add up to, whatever their order.
///
/// @param cents their amounts
/// @param low the lower halves of their hashes
/// @param high the upper halves
public record Sums(long cents, long low, long high) {
  private static final long HALF = 0xffffffffL;

  /// The sums of rows that were added up while they were stored.
  ///
  /// @param hashes of all of them
  public static Sums of(long cents, LongStream hashes) {
    var halves = new long[2];
    hashes.forEach(hash -> {
      halves[0] += hash & HALF;
      halves[1] += hash >>> 32;
    });
    return new Sums(cents, halves[0], halves[1]);
  }

  /// The sums that figures tell of.
  static Sums of(Figures figures) {
    var checksum = figures.checksum();
    return new Sums(figures.cents(), Long.parseUnsignedLong(checksum.substring(0, 16), 16),
        Long.parseUnsignedLong(checksum.substring(16), 16));
  }

  public Sums plus(Sums other) {
    return new Sums(cents + other.cents, low + other.low, high + other.high);
  }

  public Sums minus(Sums other) {
    return new Sums(cents - other.cents, low - other.low, high - other.high);
  }

  /// The hashes as one text.
  public String checksum() {
    return "%016x%016x".formatted(low, high);
  }
}
