package band.civic.clerk.etl.bulk.format;

/// The serial types of section 2.1: what kind of value a record holds and how long it is.
final class SerialType {
  static final int NULL = 0;
  static final int REAL = 7;
  static final int ZERO = 8;
  static final int ONE = 9;
  private static final int BLOB = 12;
  private static final int TEXT = 13;
  private static final int[] LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

  private SerialType() {}

  static long text(int length) {
    return TEXT + 2L * length;
  }

  static long blob(int length) {
    return BLOB + 2L * length;
  }

  /// The shortest type that holds the number.
  static int integer(long value) {
    var bits = 65 - Long.numberOfLeadingZeros(value < 0 ? ~value : value); // with the sign
    if (bits <= 8) {
      return value == 0 ? ZERO : value == 1 ? ONE : 1;
    }
    return bits <= 16 ? 2 : bits <= 24 ? 3 : bits <= 32 ? 4 : bits <= 48 ? 5 : 6;
  }

  /// How many bytes a value of this type takes behind the header.
  static int length(long type) {
    return type < BLOB ? LENGTHS[(int) type] : (int) ((type - BLOB) >>> 1);
  }

  /// 0 for NULL, 1 for a number, 2 for text, 3 for a blob: the order of values of different kinds.
  static int rank(long type) {
    return type == NULL ? 0 : type < BLOB ? 1 : (type & 1) == 1 ? 2 : 3;
  }

  /// Writes the bytes of an integer of that type and returns the place behind them.
  static int putInteger(byte[] into, int at, int type, long value) {
    var length = LENGTHS[type];
    if (length == 8) {
      Big.putLong(into, at, value);
      return at + 8;
    }
    for (var i = 0; i < length; i++) {
      into[at + i] = (byte) (value >>> (8 * (length - 1 - i)));
    }
    return at + length;
  }

  /// The integer of a type from 1 to 6, 8 or 9.
  static long getInteger(byte[] from, int at, int type) {
    if (type >= ZERO) {
      return (long) type - ZERO;
    }
    var value = (long) from[at];
    for (var i = 1; i < LENGTHS[type]; i++) {
      value = (value << 8) | (from[at + i] & 0xff);
    }
    return value;
  }
}
