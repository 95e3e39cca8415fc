package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.IndexRecord;
import band.civic.clerk.etl.bulk.format.IndexTree;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The entries of one index on the disk: a run for every range of keys, in which the values are sorted and each is
/// followed by the keys of its rows in order. The ranges do not overlap, so the keys of a value are in order when its
/// runs are read in the order of their ranges.
public final class IndexRuns {
  private final SpillFile spill;
  private final int[] columns;
  private final Run[] runs;

  /// One run.
  record Run(long start, long end) {}

  /// @param columns the places of the indexed columns in the record
  /// @param ranges how many ranges of keys there are
  public IndexRuns(SpillFile spill, int[] columns, int ranges) {
    this.spill = spill;
    this.columns = columns.clone();
    this.runs = new Run[ranges];
    Arrays.fill(runs, new Run(0, 0));
  }

  /// How many values of a record, from its first, are needed for this index.
  public int depth() {
    return Arrays.stream(columns).max().orElse(0) + 1;
  }

  int[] columns() {
    return columns.clone();
  }

  SpillFile spill() {
    return spill;
  }

  synchronized void set(int range, Run run) {
    runs[range] = run;
  }

  /// How many bytes all entries have here.
  public synchronized long bytes() {
    return Arrays.stream(runs).mapToLong(run -> run.end - run.start).sum();
  }

  /// Adds all entries to the tree, in order.
  ///
  /// @param checkCancelled asked now and then
  public synchronized void addTo(IndexTree tree, Runnable checkCancelled) {
    var order = new ValueOrder(columns.length);
    Comparator<GroupReader> byValue = (a, b) -> order.compare(a.bytes(), a.value(), b.bytes(), b.value());
    var queue = new PriorityQueue<>(byValue.thenComparingInt(GroupReader::range));
    for (var range = 0; range < runs.length; range++) {
      var reader = new GroupReader(spill, runs[range].start, runs[range].end, range);
      if (reader.next()) {
        queue.add(reader);
      }
    }
    var record = new IndexRecord();
    for (var reader = queue.poll(); reader != null; reader = queue.poll()) {
      checkCancelled.run();
      record.setValues(reader.bytes(), reader.value(), reader.valueEnd(), columns.length);
      for (var left = reader.keys(); left > 0; left--) {
        tree.add(record.bytes(), record.setKey(reader.nextKey()));
      }
      if (reader.next()) {
        queue.add(reader);
      }
    }
  }
}
