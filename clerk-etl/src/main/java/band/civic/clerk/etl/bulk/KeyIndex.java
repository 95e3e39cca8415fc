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

  /// Remembers the place of its key, which must not be known yet. Places are numbered as keys are added.
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
      var mixed = mix(keyAt.applyAsLong(place));
      var slot = slot(mixed);
      while (!SLOTS.compareAndSet(slots, slot, NONE, place | tag(mixed))) {
        slot = slot + 1 & mask;
      }
    }
  }

  int find(long key) {
    var mixed = mix(key);
    var tag = tag(mixed);
    for (var slot = slot(mixed);; slot = slot + 1 & mask) {
      var there = slots[slot];
      if (there == NONE) {
        return NONE;
      }
      if ((there & ~mask) == tag && keyAt.applyAsLong(there & mask) == key) {
        return there & mask;
      }
    }
  }

  private void put(int place) {
    var mixed = mix(keyAt.applyAsLong(place));
    var slot = slot(mixed);
    while (slots[slot] != NONE) {
      slot = slot + 1 & mask;
    }
    slots[slot] = place | tag(mixed);
  }

  private void grow() {
    var old = slots;
    var places = mask;
    resize(old.length * 2);
    for (var there : old) {
      if (there != NONE) {
        put(there & places);
      }
    }
  }

  private void resize(int size) {
    slots = new int[size];
    Arrays.fill(slots, NONE);
    mask = size - 1;
  }

  private int slot(long mixed) {
    return (int) mixed & mask;
  }

  /// The bits of a slot that no place needs hold some of the hash, so that a key is looked at only when it is likely the
  /// right one. There are fewer places than slots, so that none of them makes a slot look empty.
  private int tag(long mixed) {
    return (int) (mixed >>> 32) & ~mask;
  }

  private static long mix(long key) {
    var mixed = key * 0x9e3779b97f4a7c15L;
    return mixed ^ mixed >>> 32;
  }
}
