package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.Big;
import java.util.Arrays;

/// Writes one piece of a [SpillFile] from its start to its end.
final class SpillWriter {
  private static final int BUFFER = 1 << 18;

  private final SpillFile spill;
  private final byte[] buffer = new byte[BUFFER];
  private long start;
  private int used;

  SpillWriter(SpillFile spill, long start) {
    this.spill = spill;
    this.start = start;
  }

  /// Where the next byte goes.
  long place() {
    return start + used;
  }

  void put(byte[] bytes, int from, int length) {
    if (used + length > BUFFER) {
      flush();
    }
    if (length > BUFFER) {
      spill.write(start, from == 0 ? bytes : Arrays.copyOfRange(bytes, from, from + length), length);
      start += length;
      return;
    }
    System.arraycopy(bytes, from, buffer, used, length);
    used += length;
  }

  void putInt(int value) {
    if (used + 4 > BUFFER) {
      flush();
    }
    Big.putInt(buffer, used, value);
    used += 4;
  }

  void putLong(long value) {
    if (used + 8 > BUFFER) {
      flush();
    }
    Big.putLong(buffer, used, value);
    used += 8;
  }

  void flush() {
    spill.write(start, buffer, used);
    start += used;
    used = 0;
  }
}
