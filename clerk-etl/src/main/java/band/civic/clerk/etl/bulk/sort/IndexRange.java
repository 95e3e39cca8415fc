package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.RecordView;
import java.util.List;

/// Sorts the entries of all indexes of one range of keys after another; for one thread.
public final class IndexRange {
  private final List<IndexRuns> indexes;
  private final List<ValueGroups> groups;
  private final RecordView record;
  private final SpillFile spill;
  private final SpillWriter out;

  public IndexRange(SpillFile spill, List<IndexRuns> indexes) {
    this.spill = spill;
    this.out = new SpillWriter(spill);
    this.indexes = List.copyOf(indexes);
    this.groups = indexes.stream().map(index -> new ValueGroups(index.columns())).toList();
    this.record = new RecordView(indexes.stream().mapToInt(IndexRuns::depth).max().orElse(0));
  }

  /// Writes a run of every index.
  public void write(int range, RangeRows rows) {
    groups.forEach(ValueGroups::clear);
    for (var row = 0; row < rows.size(); row++) {
      record.openCell(rows.bytes(), rows.cell(row));
      for (var group : groups) {
        group.add(record);
      }
    }
    for (var i = 0; i < groups.size(); i++) {
      indexes.get(i).set(range, groups.get(i).write(spill, out, rows::key));
    }
  }
}
