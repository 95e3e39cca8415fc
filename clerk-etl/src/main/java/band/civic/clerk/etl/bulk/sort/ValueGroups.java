package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.Big;
import band.civic.clerk.etl.bulk.format.RecordView;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import java.util.Arrays;

/// The rows of one range grouped by the values of one index: every value once, with the keys of its rows. A hash table
/// finds the value, so that values are sorted and not rows.
final class ValueGroups {
  private static final int SLACK = 8; // a hash reads whole words

  private final int[] columns;
  private final ValueOrder valueOrder;
  private byte[] values = new byte[1 << 16];
  private int[] starts = new int[1 << 10]; // of every value; the next start is its end
  private int[] hashes = new int[1 << 10];
  private int[] rowsOf = new int[1 << 10]; // how many rows each value has
  private int[] slots = new int[1 << 12];
  private int[] valueOfRow = new int[1 << 10];
  private int count;
  private int rows;

  ValueGroups(int[] columns) {
    this.columns = columns.clone();
    this.valueOrder = new ValueOrder(columns.length);
  }

  void clear() {
    Arrays.fill(slots, 0);
    count = 0;
    rows = 0;
  }

  /// Adds the next row.
  void add(RecordView record) {
    var start = starts[count];
    var room = start + record.length(columns) + SLACK; // a prefix too
    if (room > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 2, room));
    }
    var end = record.copyValues(columns, values, start);
    if (rows == valueOfRow.length) {
      valueOfRow = Arrays.copyOf(valueOfRow, rows * 2);
    }
    var value = find(start, end);
    rowsOf[value]++;
    valueOfRow[rows++] = value;
  }

  /// Writes the groups in the order of the index: length of the value, value, number of keys, keys.
  ///
  /// @param keys of the rows, in the order they were added
  IndexRuns.Run write(SpillFile spill, SpillWriter out, long[] keys) {
    var order = sortedValues();
    var ends = new int[count]; // where the keys of each value end
    var total = 0L;
    var at = 0;
    for (var value : order) {
      ends[value] = at;
      at += rowsOf[value];
      total += 8 + starts[value + 1] - starts[value] + 8L * rowsOf[value];
    }
    var grouped = new long[rows];
    for (var row = 0; row < rows; row++) {
      grouped[ends[valueOfRow[row]]++] = keys[row];
    }
    var start = spill.reserve(total);
    out.open(start);
    var next = 0;
    for (var value : order) {
      out.putInt(starts[value + 1] - starts[value]);
      out.put(values, starts[value], starts[value + 1] - starts[value]);
      out.putInt(rowsOf[value]);
      for (; next < ends[value]; next++) {
        out.putLong(grouped[next]);
      }
    }
    out.flush();
    return new IndexRuns.Run(start, start + total);
  }

  private int find(int start, int end) {
    var hash = hash(start, end);
    for (var slot = hash & (slots.length - 1);; slot = (slot + 1) & (slots.length - 1)) {
      var known = slots[slot] - 1;
      if (known < 0) {
        slots[slot] = count + 1;
        return keep(end, hash);
      }
      if (hashes[known] == hash && Arrays.equals(values, starts[known], starts[known + 1], values, start, end)) {
        return known;
      }
    }
  }

  private int keep(int end, int hash) {
    if (count + 2 > starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
      rowsOf = Arrays.copyOf(rowsOf, count * 2);
    }
    hashes[count] = hash;
    rowsOf[count] = 0;
    starts[++count] = end;
    if (count * 2 > slots.length) {
      rehash();
    }
    return count - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (var value = 0; value < count; value++) {
      var slot = hashes[value] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = value + 1;
    }
  }

  private int hash(int start, int end) {
    var hash = (long) end - start;
    var at = start;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ Big.getLong(values, at));
    }
    if (at < end) {
      hash = mix(hash ^ (Big.getLong(values, at) >>> (64 - 8 * (end - at))));
    }
    return (int) (hash ^ (hash >>> 29));
  }

  private static long mix(long hash) {
    var mixed = hash * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  private int[] sortedValues() {
    var prefixes = new long[count];
    Arrays.setAll(prefixes, value -> valueOrder.prefix(values, starts[value], starts[value + 1]));
    var order = KeySort.order(prefixes, count);
    var from = 0;
    for (var to = 1; to <= count; to++) {
      if (to == count || prefixes[order[to]] != prefixes[order[from]]) {
        sortSamePrefix(order, from, to);
        from = to;
      }
    }
    return order;
  }

  private void sortSamePrefix(int[] order, int from, int to) {
    if (to - from < 2) {
      return;
    }
    var same = new Integer[to - from];
    Arrays.setAll(same, i -> order[from + i]);
    Arrays.sort(same, (a, b) -> valueOrder.compare(values, starts[a], values, starts[b]));
    for (var i = 0; i < same.length; i++) {
      order[from + i] = same[i];
    }
  }
}
