package band.civic.clerk.etl.bulk.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes at once. Arrays read this way need [#SLACK] bytes behind their content.
final class Words {
  /// How far a read may go beyond the last byte of the content.
  static final int SLACK = 8;

  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  private Words() {}

  /// The eight bytes at `at`, the first of them lowest.
  static long at(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /// A byte repeated eight times, to be given to [#marks(long, long)].
  static long pattern(int value) {
    return (value & 0xffL) * 0x0101010101010101L;
  }

  /// The high bit of every byte of the word that equals the pattern's; exact, with no false marks.
  static long marks(long word, long pattern) {
    var different = word ^ pattern;
    return ~(((different & LOW_BITS) + LOW_BITS) | different | LOW_BITS);
  }

  /// Which of the eight bytes the lowest mark stands for.
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /// Where `value` stands first in `[from, to)`, or -1.
  static int indexOf(byte[] bytes, int from, int to, int value) {
    var pattern = pattern(value);
    for (var at = from; at < to; at += 8) {
      var marks = marks(at(bytes, at), pattern);
      if (marks != 0) {
        var found = at + first(marks);
        return found < to ? found : -1;
      }
    }
    return -1;
  }

  /// How often `value` stands in `[from, to)`.
  static int count(byte[] bytes, int from, int to, int value) {
    var pattern = pattern(value);
    var count = 0;
    var at = from;
    for (; at + 8 <= to; at += 8) {
      count += Long.bitCount(marks(at(bytes, at), pattern));
    }
    for (; at < to; at++) {
      count += bytes[at] == value ? 1 : 0;
    }
    return count;
  }
}
