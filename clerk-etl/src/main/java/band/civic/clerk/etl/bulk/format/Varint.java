package band.civic.clerk.etl.bulk.format;

/// The variable-length integer of section 1.6: seven bits a byte, highest first, all eight in a ninth byte.
public final class Varint {

  private Varint() {}

  /// Writes `value` and returns the place behind it.
  public static int put(byte[] into, int at, long value) {
    if (value >>> 7 == 0) {
      into[at] = (byte) value;
      return at + 1;
    }
    if (value >>> 14 == 0) {
      into[at] = (byte) ((value >>> 7) | 0x80);
      into[at + 1] = (byte) (value & 0x7f);
      return at + 2;
    }
    return putLong(into, at, value);
  }

  /// How many bytes `value` takes, 1 to 9.
  public static int length(long value) {
    var length = 1;
    for (var left = value >>> 7; left != 0 && length < 9; left >>>= 7) {
      length++;
    }
    return length;
  }

  /// The value that starts at `at`.
  public static long get(byte[] from, int at) {
    var value = 0L;
    for (var i = at; i < at + 8; i++) {
      value = (value << 7) | (from[i] & 0x7f);
      if (from[i] >= 0) {
        return value;
      }
    }
    return (value << 8) | (from[at + 8] & 0xff);
  }

  private static int putLong(byte[] into, int at, long value) {
    var length = length(value);
    var left = value;
    if (length == 9) {
      into[at + 8] = (byte) left;
      left >>>= 8;
    }
    for (var i = Math.min(length, 8) - 1; i >= 0; i--) {
      into[at + i] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    if (length < 9) {
      into[at + length - 1] &= 0x7f;
    }
    return at + length;
  }
}
