package band.civic.clerk.etl.bulk.sort;

import java.util.Arrays;

/// A stable natural merge sort of places by their keys: what is in order already, or in a few ordered runs, costs next
/// to nothing.
final class KeySort {
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
    while (runs.length > 2) {
      runs = sort.mergePairs(runs);
    }
    return sort.order;
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
    if (otherKeys.length < keys.length) {
      otherKeys = new long[keys.length];
      otherOrder = new int[keys.length];
    }
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
