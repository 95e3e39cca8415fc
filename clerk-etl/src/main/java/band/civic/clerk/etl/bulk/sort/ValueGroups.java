package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.Big;
import band.civic.clerk.etl.bulk.format.IndexValue;
import band.civic.clerk.etl.bulk.format.RecordView;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// The rows of one range grouped by the values of one index: every value once, with the keys of its rows. A hash table
/// finds the value, so that values are sorted and not rows. Values are kept until all rows are there: one index after
/// another then has the caches of the processor to itself.
final class ValueGroups {
  private static final int SLACK = 8; // a hash reads whole words
  private static final int SAMPLES = 64; // of a run
  private static final int PREFIX = 7; // whole bytes of a value in its prefix
  private static final int DEEP = 40; // bytes of a value, before comparing is better than sorting by words
  private static final int FEW = 12; // values, for which comparing is better

  private final int[] columns;
  private final ValueOrder valueOrder;
  private byte[] values = new byte[1 << 16];
  private int[] starts = new int[1 << 10]; // of the value of every row; the next start is its end
  private int rows;
  private int[] firstRows = new int[1 << 10]; // a row that has the value
  private int[] hashes = new int[1 << 10];
  private int[] rowsOf = new int[1 << 10]; // how many rows each value has
  private int[] slots = new int[1 << 12];
  private int[] valueOfRow = new int[1 << 10];
  private int count;

  ValueGroups(int[] columns) {
    this.columns = columns.clone();
    this.valueOrder = new ValueOrder(columns.length);
  }

  void clear() {
    rows = 0;
  }

  /// Adds the next row.
  void add(RecordView record) {
    var start = starts[rows];
    var room = start + record.length(columns) + SLACK; // a prefix too
    if (room > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 2, room));
    }
    if (rows + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[++rows] = record.copyValues(columns, values, start);
  }

  /// Writes the groups in the order of the index: length of the value, value, number of keys, keys.
  ///
  /// @param keys of the rows, in the order they were added
  IndexRuns.Run write(SpillFile spill, SpillWriter out, long[] keys) {
    group();
    var order = sortedValues();
    var ends = new int[count]; // where the keys of each value end
    var total = 0L;
    var at = 0;
    for (var value : order) {
      ends[value] = at;
      at += rowsOf[value];
      total += 8 + end(value) - start(value) + 8L * rowsOf[value];
    }
    var grouped = new long[rows];
    for (var row = 0; row < rows; row++) {
      grouped[ends[valueOfRow[row]]++] = keys[row];
    }
    var start = spill.reserve(total);
    out.open(spill, start);
    var samples = new ArrayList<IndexRuns.Sample>();
    var next = 0;
    for (var value : order) {
      if (out.place() >= start + total * samples.size() / SAMPLES) {
        samples.add(new IndexRuns.Sample(value(value), out.place()));
      }
      out.putInt(end(value) - start(value));
      out.put(values, start(value), end(value) - start(value));
      out.putInt(rowsOf[value]);
      for (; next < ends[value]; next++) {
        out.putLong(grouped[next]);
      }
    }
    out.flush();
    return new IndexRuns.Run(start, start + total, samples);
  }

  private IndexValue value(int value) {
    return new IndexValue(Arrays.copyOfRange(values, start(value), end(value)));
  }

  private int start(int value) {
    return starts[firstRows[value]];
  }

  private int end(int value) {
    return starts[firstRows[value] + 1];
  }

  private void group() {
    Arrays.fill(slots, 0);
    count = 0;
    if (valueOfRow.length < rows) {
      valueOfRow = new int[rows * 2];
    }
    for (var row = 0; row < rows; row++) {
      var value = find(row, hash(starts[row], starts[row + 1]));
      rowsOf[value]++;
      valueOfRow[row] = value;
    }
  }

  private int find(int row, int hash) {
    for (var slot = hash & (slots.length - 1);; slot = (slot + 1) & (slots.length - 1)) {
      var known = slots[slot] - 1;
      if (known < 0) {
        slots[slot] = count + 1;
        return keep(row, hash);
      }
      if (hashes[known] == hash
          && Arrays.equals(values, start(known), end(known), values, starts[row], starts[row + 1])) {
        return known;
      }
    }
  }

  private int keep(int row, int hash) {
    if (count == firstRows.length) {
      firstRows = Arrays.copyOf(firstRows, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
      rowsOf = Arrays.copyOf(rowsOf, count * 2);
    }
    hashes[count] = hash;
    rowsOf[count] = 0;
    firstRows[count++] = row;
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
    return sort(IntStream.range(0, count).toArray(), 0,
        value -> valueOrder.prefix(values, start(value), end(value)));
  }

  /// Sorts values by a number that grows with them, and those with the same number by what comes behind it.
  ///
  /// @param known how many bytes of the first value are the same in all of them
  private int[] sort(int[] group, int known, IntToLongFunction numberOf) {
    var numbers = Arrays.stream(group).mapToLong(numberOf).toArray();
    var order = KeySort.order(numbers, numbers.length);
    var sorted = new int[group.length];
    var first = 0;
    for (var i = 0; i < sorted.length; i++) {
      sorted[i] = group[order[i]];
      var isLast = i + 1 == sorted.length || numbers[order[i + 1]] != numbers[order[i]];
      if (isLast && i > first) {
        sortSame(sorted, first, i + 1, known);
      }
      first = isLast ? i + 1 : first;
    }
    return sorted;
  }

  private void sortSame(int[] order, int from, int to, int known) {
    if (to - from < FEW) {
      insert(order, from, to);
      return;
    }
    var same = Arrays.copyOfRange(order, from, to);
    var sorted = known < DEEP
        ? sort(same, known + Long.BYTES, value -> valueOrder.word(values, start(value), end(value), known + PREFIX))
        : Arrays.stream(same).boxed().sorted(this::compare).mapToInt(Integer::intValue).toArray();
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }

  private void insert(int[] order, int from, int to) {
    for (var i = from + 1; i < to; i++) {
      var value = order[i];
      var at = i;
      for (; at > from && compare(order[at - 1], value) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = value;
    }
  }

  private int compare(int a, int b) {
    return valueOrder.compare(values, start(a), values, start(b));
  }
}
