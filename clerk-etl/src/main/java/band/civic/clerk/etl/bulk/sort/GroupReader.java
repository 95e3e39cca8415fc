package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.Big;
import java.util.Arrays;

/// Reads what one run of an index has of a range of values.
final class GroupReader {
  private static final int BUFFER = 1 << 16;

  private final SpillFile spill;
  private final long end;
  private final int range;
  private final ValueBounds bounds;
  private byte[] buffer = new byte[BUFFER];
  private long next; // of the file
  private int at;
  private int filled;
  private byte[] value = new byte[64];
  private int valueLength;
  private int keys;
  private long prefix;
  private boolean started;

  GroupReader(SpillFile spill, IndexRuns.Run run, int range, ValueBounds bounds) {
    this.spill = spill;
    this.next = run.before(bounds::isBelow);
    this.end = run.end();
    this.range = range;
    this.bounds = bounds;
  }

  /// Goes to the next group, when all keys of this one were taken. False: there is none.
  boolean next() {
    while (nextGroup()) {
      if (bounds.isBehind(value, prefix)) {
        return false;
      }
      if (!bounds.isBelow(value, prefix)) {
        return true;
      }
      skipKeys();
    }
    return false;
  }

  int range() {
    return range;
  }

  /// See [ValueOrder#prefix].
  long prefix() {
    return prefix;
  }

  /// The array that starts with the value.
  byte[] bytes() {
    return value;
  }

  int valueEnd() {
    return valueLength;
  }

  /// How many keys of the group were not taken yet.
  int keys() {
    return keys;
  }

  /// Whether a key of the group was taken.
  boolean isStarted() {
    return started;
  }

  long nextKey() {
    require(8);
    keys--;
    started = true;
    at += 8;
    return Big.getLong(buffer, at - 8);
  }

  private boolean nextGroup() {
    if (at == filled && next == end) {
      return false;
    }
    valueLength = nextInt();
    require(valueLength);
    if (value.length < valueLength + 8) {
      value = new byte[valueLength * 2 + 8];
    }
    System.arraycopy(buffer, at, value, 0, valueLength);
    at += valueLength;
    prefix = bounds.order().prefix(value, 0, valueLength);
    keys = nextInt();
    started = false;
    return true;
  }

  private void skipKeys() {
    var bytes = 8L * keys;
    var here = Math.min(bytes, filled - at);
    at += (int) here;
    next += bytes - here;
  }

  private int nextInt() {
    require(4);
    at += 4;
    return Big.getInt(buffer, at - 4);
  }

  private void require(int length) {
    if (filled - at >= length) {
      return;
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    if (length > buffer.length) {
      buffer = Arrays.copyOf(buffer, length);
    }
    var count = (int) Math.min(buffer.length - filled, end - next);
    spill.read(next, buffer, filled, count);
    next += count;
    filled += count;
  }
}
