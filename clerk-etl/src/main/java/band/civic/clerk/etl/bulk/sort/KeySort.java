package band.civic.clerk.etl.bulk.sort;

import java.util.Arrays;

/// A stable natural merge sort of places by their keys: what is in order already, or in a few ordered runs, costs next
/// to nothing.
final class KeySort {
  private final long[] keys;
  private int[] from;
  private int[] to;

  private KeySort(long[] keys, int count) {
    this.keys = keys;
    this.from = new int[count];
    Arrays.setAll(from, i -> i);
    this.to = new int[0];
  }

  /// The places of the first `count` keys in ascending order of key, then of place.
  static int[] order(long[] keys, int count) {
    var sort = new KeySort(keys, count);
    var runs = sort.runs();
    while (runs.length > 2) {
      runs = sort.mergePairs(runs);
    }
    return sort.from;
  }

  /// Where ascending runs start, and the end.
  private int[] runs() {
    var starts = new int[16];
    var count = 1;
    for (var i = 1; i < from.length; i++) {
      if (keys[i] < keys[i - 1]) {
        if (count + 1 == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i;
      }
    }
    starts[count] = from.length;
    return Arrays.copyOf(starts, count + 1);
  }

  private int[] mergePairs(int[] runs) {
    if (to.length == 0) {
      to = new int[from.length];
    }
    var merged = new int[runs.length / 2 + 1];
    var count = 0;
    for (var i = 0; i + 1 < runs.length; i += 2) {
      merged[count++] = runs[i];
      if (i + 2 < runs.length) {
        merge(runs[i], runs[i + 1], runs[i + 2]);
      } else {
        System.arraycopy(from, runs[i], to, runs[i], runs[i + 1] - runs[i]);
      }
    }
    merged[count++] = from.length;
    var swap = from;
    from = to;
    to = swap;
    return count == merged.length ? merged : Arrays.copyOf(merged, count);
  }

  private void merge(int start, int middle, int end) {
    var left = start;
    var right = middle;
    var at = start;
    while (left < middle && right < end) {
      to[at++] = keys[from[right]] < keys[from[left]] ? from[right++] : from[left++];
    }
    System.arraycopy(from, left, to, at, middle - left);
    System.arraycopy(from, right, to, at, end - right);
  }
}
