package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.RecordView;
import java.util.Arrays;
import java.util.List;

/// Sorts the entries of all indexes of one range of keys after another; for one thread.
public final class IndexRange {
  private final List<IndexRuns> indexes;
  private final List<ValueGroups> groups;
  private final RecordView record;
  private final SpillFile spill;
  private final SpillWriter out;
  private long[] keys = new long[1 << 10];
  private int count;

  public IndexRange(SpillFile spill, List<IndexRuns> indexes) {
    this.spill = spill;
    this.out = new SpillWriter();
    this.indexes = List.copyOf(indexes);
    this.groups = indexes.stream().map(index -> new ValueGroups(index.columns())).toList();
    this.record = new RecordView(indexes.stream().mapToInt(IndexRuns::depth).max().orElse(0));
  }

  /// Starts a range.
  public void clear() {
    groups.forEach(ValueGroups::clear);
    count = 0;
  }

  /// Adds a row by its cell: length of the record, key, record. Keys must grow.
  public void add(long key, byte[] bytes, int cell) {
    record.openCell(bytes, cell);
    for (var group : groups) {
      group.add(record);
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count++] = key;
  }

  /// Writes a run of every index.
  public void write(int range) {
    for (var i = 0; i < groups.size(); i++) {
      indexes.get(i).set(range, groups.get(i).write(spill, out, keys));
    }
  }
}
