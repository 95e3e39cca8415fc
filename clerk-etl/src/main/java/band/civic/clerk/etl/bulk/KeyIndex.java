package band.civic.clerk.etl.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Finds the place of a key among keys that are kept elsewhere: open addressing, five to eleven bytes a key.
final class KeyIndex {
  /// What [#find(long)] gives for an unknown key.
  static final int NONE = -1;

  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final IntToLongFunction keyAt;
  private int[] slots;
  private int mask;
  private int count;

  /// @param keyAt the key at a place
  /// @param expected how many keys there will be
  KeyIndex(IntToLongFunction keyAt, int expected) {
    this.keyAt = keyAt;
    resize(Math.max(16, Integer.highestOneBit(Math.max(1, expected + expected / 3)) * 2)); // at most 3/4 full
  }

  /// Remembers the place of its key, which must not be known yet.
  void add(int place) {
    if (count >= slots.length / 4 * 3) {
      grow();
    }
    put(place);
    count++;
  }

  /// Remembers places from `from` up to `to`, of keys that are not known yet, while other threads do the same with
  /// others. There must be room for all keys that were expected.
  void addShared(int from, int to) {
    for (var place = from; place < to; place++) {
      var slot = slot(keyAt.applyAsLong(place));
      while (!SLOTS.compareAndSet(slots, slot, NONE, place)) {
        slot = slot + 1 & mask;
      }
    }
  }

  int find(long key) {
    for (var slot = slot(key);; slot = slot + 1 & mask) {
      var place = slots[slot];
      if (place == NONE || keyAt.applyAsLong(place) == key) {
        return place;
      }
    }
  }

  private void put(int place) {
    var slot = slot(keyAt.applyAsLong(place));
    while (slots[slot] != NONE) {
      slot = slot + 1 & mask;
    }
    slots[slot] = place;
  }

  private void grow() {
    var old = slots;
    resize(old.length * 2);
    for (var place : old) {
      if (place != NONE) {
        put(place);
      }
    }
  }

  private void resize(int size) {
    slots = new int[size];
    Arrays.fill(slots, NONE);
    mask = size - 1;
  }

  private int slot(long key) {
    var mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed ^ mixed >>> 32) & mask;
  }
}
