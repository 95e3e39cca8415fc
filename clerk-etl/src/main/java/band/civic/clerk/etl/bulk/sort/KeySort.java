package band.civic.clerk.etl.bulk.sort;

import java.util.Arrays;

/// A stable sort of places by their keys. What is in order already, or in a few ordered runs, is merged and costs next to
/// nothing; other keys are distributed by one byte after another, lowest first, leaving out bytes that all have in
/// common.
final class KeySort {
  private static final int MANY = 16; // runs
  private static final int SMALL = 512; // keys

  private long[] keys;
  private int[] order;
  private long[] otherKeys = new long[0];
  private int[] otherOrder = new int[0];

  private KeySort(long[] keys) {
    this.keys = keys;
    this.order = new int[keys.length];
    Arrays.setAll(order, i -> i);
  }

  /// The places of the first `count` keys in ascending order of key, then of place.
  static int[] order(long[] keys, int count) {
    var sort = new KeySort(Arrays.copyOf(keys, count));
    var runs = sort.runs();
    if (runs.length > MANY && count > SMALL) {
      sort.distribute();
      return sort.order;
    }
    while (runs.length > 2) {
      runs = sort.mergePairs(runs);
    }
    return sort.order;
  }

  private void distribute() {
    var different = 0L;
    for (var key : keys) {
      different |= key ^ keys[0];
    }
    needOther();
    for (var shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      if ((different >>> shift & 0xff) != 0) {
        distribute(shift);
        swap();
      }
    }
  }

  private void distribute(int shift) {
    var starts = new int[257];
    for (var key : keys) {
      starts[digit(key, shift) + 1]++;
    }
    for (var i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    for (var i = 0; i < keys.length; i++) {
      var at = starts[digit(keys[i], shift)]++;
      otherKeys[at] = keys[i];
      otherOrder[at] = order[i];
    }
  }

  /// A byte of a key, in the order of signed numbers.
  private static int digit(long key, int shift) {
    return (int) ((key ^ Long.MIN_VALUE) >>> shift) & 0xff;
  }

  private void needOther() {
    if (otherKeys.length < keys.length) {
      otherKeys = new long[keys.length];
      otherOrder = new int[keys.length];
    }
  }

  /// Where ascending runs start, and the end.
  private int[] runs() {
    var starts = new int[16];
    var count = 1;
    for (var i = 1; i < keys.length; i++) {
      if (keys[i] < keys[i - 1]) {
        if (count + 1 == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i;
      }
    }
    starts[count] = keys.length;
    return Arrays.copyOf(starts, count + 1);
  }

  private int[] mergePairs(int[] runs) {
    needOther();
    var merged = new int[runs.length / 2 + 1];
    var count = 0;
    for (var i = 0; i + 1 < runs.length; i += 2) {
      merged[count++] = runs[i];
      merge(runs[i], runs[i + 1], i + 2 < runs.length ? runs[i + 2] : runs[i + 1]);
    }
    merged[count++] = keys.length;
    swap();
    return count == merged.length ? merged : Arrays.copyOf(merged, count);
  }

  private void merge(int start, int middle, int end) {
    var left = start;
    var right = middle;
    var at = start;
    while (left < middle && right < end) {
      var from = keys[right] < keys[left] ? right++ : left++;
      otherKeys[at] = keys[from];
      otherOrder[at++] = order[from];
    }
    var from = left < middle ? left : right;
    System.arraycopy(keys, from, otherKeys, at, end - at);
    System.arraycopy(order, from, otherOrder, at, end - at);
  }

  private void swap() {
    var sortedKeys = otherKeys;
    otherKeys = keys;
    keys = sortedKeys;
    var sortedOrder = otherOrder;
    otherOrder = order;
    order = sortedOrder;
  }
}
