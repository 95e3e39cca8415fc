package band.civic.corkboard.history;

import org.jspecify.annotations.Nullable;

/// 64-bit fingerprints of values: equal values have equal ones, and different ones practically never.
final class Fingerprints {
  private static final long PRIME = 0x100000001B3L;

  private Fingerprints() {}

  static long of(@Nullable Object[] row, int from, int to) {
    long hash = 0xCBF29CE484222325L;
    for (int i = from; i < to; i++) {
      hash = mix(hash ^ (of(row[i]) + i));
    }
    return hash;
  }

  /// The fingerprint of the n-th of several equal rows.
  static long numbered(long hash, int n) {
    return n == 1 ? hash : mix(hash + PRIME * n);
  }

  private static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 7;
      case byte[] bytes -> bytes(bytes);
      case String text -> text(text);
      case Double number -> Double.doubleToLongBits(number) * PRIME + 3;
      case Number number -> number.longValue() * PRIME + 5;
      default -> text(value.toString());
    };
  }

  private static long text(String text) {
    long hash = 11;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  private static long bytes(byte[] bytes) {
    long hash = 13;
    for (byte b : bytes) {
      hash = (hash ^ b) * PRIME;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }
}
