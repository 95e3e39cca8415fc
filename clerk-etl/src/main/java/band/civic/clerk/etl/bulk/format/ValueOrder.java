package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// The order of an index with the collation BINARY: NULL, numbers, text, blobs; text and blobs by their bytes. It
/// compares values as [RecordView#copyValues] writes them. For one thread.
public final class ValueOrder {
  private final int columns;
  private final Cursor left = new Cursor();
  private final Cursor right = new Cursor();

  /// @param columns how many values are compared
  public ValueOrder(int columns) {
    this.columns = columns;
  }

  /// Negative, 0 or positive, as the values at `leftAt` come before, with or after those at `rightAt`.
  public int compare(byte[] leftBytes, int leftAt, byte[] rightBytes, int rightAt) {
    left.open(leftBytes, leftAt, columns);
    right.open(rightBytes, rightAt, columns);
    var order = 0;
    for (var i = 0; i < columns && order == 0; i++) {
      left.next();
      right.next();
      order = left.compareTo(right);
    }
    return order;
  }

  /// A number that grows with the first value: of two values with different ones, the smaller comes first. For equal
  /// ones, [#compare] decides.
  ///
  /// @param end where the values end; eight bytes behind that are in the array
  public long prefix(byte[] bytes, int at, int end) {
    left.open(bytes, at, columns);
    left.next();
    var rank = (long) SerialType.rank(left.type) << 62;
    if (SerialType.rank(left.type) < 2 || left.start == left.end) {
      return rank + Long.MIN_VALUE; // the order of unsigned numbers in signed ones
    }
    var missing = Math.max(0, 8 - (Math.min(left.end, end) - left.start)) * 8;
    var first = missing == 0 ? Big.getLong(bytes, left.start) : (Big.getLong(bytes, left.start) >>> missing) << missing;
    return rank + (first >>> 2) + Long.MIN_VALUE;
  }

  /// Eight bytes of the first value, a text or a blob, as a number that grows with them: for values that are equal
  /// before. For equal ones, [#compare] decides.
  ///
  /// @param further how many bytes of the value are left out
  /// @param end where the values end; eight bytes behind that are in the array
  public long word(byte[] bytes, int at, int end, int further) {
    left.open(bytes, at, columns);
    left.next();
    var from = left.start + further;
    var rest = Math.min(left.end, end) - from;
    if (SerialType.rank(left.type) < 2 || rest <= 0) {
      return Long.MIN_VALUE;
    }
    var missing = Math.max(0, 8 - rest) * 8;
    return ((Big.getLong(bytes, from) >>> missing) << missing) + Long.MIN_VALUE;
  }

  /// Goes through the values of one side.
  private static final class Cursor {
    private byte[] bytes = new byte[0];
    private int typeAt;
    private int end;
    private int start;
    private long type;

    private void open(byte[] array, int at, int columns) {
      bytes = array;
      typeAt = at;
      end = at;
      for (var i = 0; i < columns; i++) {
        while (array[end++] < 0) {
          // a byte of a varint that goes on
        }
      }
    }

    private void next() {
      type = Varint.get(bytes, typeAt);
      typeAt += Varint.length(type);
      start = end;
      end += SerialType.length(type);
    }

    private int compareTo(Cursor other) {
      var rank = SerialType.rank(type);
      var order = Integer.compare(rank, SerialType.rank(other.type));
      if (order != 0 || rank == 0) {
        return order;
      }
      return rank == 1
          ? compareNumbers(other)
          : Arrays.compareUnsigned(bytes, start, end, other.bytes, other.start, other.end);
    }

    private int compareNumbers(Cursor other) {
      if (isReal() && other.isReal()) {
        return Double.compare(real(), other.real());
      }
      if (isReal()) {
        return -compare(other.integer(), real());
      }
      return other.isReal() ? compare(integer(), other.real()) : Long.compare(integer(), other.integer());
    }

    /// Exact, although not every long is a double.
    private static int compare(long integer, double real) {
      if (Math.abs(real) > 0x1p63 || real == 0x1p63) {
        return real > 0 ? -1 : 1;
      }
      var whole = (long) real;
      return integer == whole ? Double.compare((double) whole, real) : Long.compare(integer, whole);
    }

    private boolean isReal() {
      return type == SerialType.REAL;
    }

    private double real() {
      return Double.longBitsToDouble(Big.getLong(bytes, start));
    }

    private long integer() {
      return SerialType.getInteger(bytes, start, (int) type);
    }
  }
}
