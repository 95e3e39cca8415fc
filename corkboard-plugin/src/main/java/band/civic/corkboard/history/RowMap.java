package band.civic.corkboard.history;

/// Fingerprints of rows by the fingerprint of their keys: 16 bytes for each slot, half of the slots in use, so that a
/// million rows fit into 32 MB. Rows that come again can be ticked off.
final class RowMap {
  private static final long EMPTY = 0;

  private long[] keys = new long[1 << 12];
  private long[] rows = new long[1 << 12];
  private long[] ticked = new long[1 << 6];
  private int size;
  private int left;

  /// @return false when there is a row with that key
  boolean put(long key, long row) {
    int slot = slot(key);
    if (keys[slot] != EMPTY) {
      return false;
    }
    keys[slot] = filled(key);
    rows[slot] = row;
    left++;
    if (++size * 2 > keys.length) {
      grow();
    }
    return true;
  }

  /// The slot of a key; negative when no row has it.
  int find(long key) {
    int slot = slot(key);
    return keys[slot] == EMPTY ? -1 : slot;
  }

  long row(int slot) {
    return rows[slot];
  }

  /// @return false when it was ticked off before
  boolean tick(int slot) {
    long bit = 1L << (slot & 63);
    if ((ticked[slot >> 6] & bit) != 0) {
      return false;
    }
    ticked[slot >> 6] |= bit;
    left--;
    return true;
  }

  boolean isTicked(int slot) {
    return (ticked[slot >> 6] & (1L << (slot & 63))) != 0;
  }

  int size() {
    return size;
  }

  /// How many rows were not ticked off.
  int left() {
    return left;
  }

  private int slot(long key) {
    long wanted = filled(key);
    int slot = (int) ((wanted * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    while (keys[slot] != EMPTY && keys[slot] != wanted) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long filled(long key) {
    return key == EMPTY ? 1 : key;
  }

  /// Only while nothing is ticked off.
  private void grow() {
    var oldKeys = keys;
    var oldRows = rows;
    keys = new long[oldKeys.length * 2];
    rows = new long[keys.length];
    ticked = new long[keys.length >> 6];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        rows[slot] = oldRows[i];
      }
    }
  }
}
