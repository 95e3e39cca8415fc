package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.IndexRecord;
import band.civic.clerk.etl.bulk.format.IndexTree;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import java.util.Arrays;
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
    var queue = new PriorityQueue<GroupReader>((a, b) -> compare(order, a, b));
    for (var range = 0; range < runs.length; range++) {
      var reader = new GroupReader(spill, runs[range], range, order);
      if (reader.next()) {
        queue.add(reader);
      }
    }
    var record = new IndexRecord();
    for (var reader = queue.poll(); reader != null; reader = queue.poll()) {
      checkCancelled.run();
      record.setValues(reader.bytes(), 0, reader.valueEnd(), columns.length);
      for (var left = reader.keys(); left > 0; left--) {
        tree.add(record.bytes(), record.setKey(reader.nextKey()));
      }
      if (reader.next()) {
        queue.add(reader);
      }
    }
  }

  private static int compare(ValueOrder order, GroupReader a, GroupReader b) {
    if (a.prefix() != b.prefix()) {
      return a.prefix() < b.prefix() ? -1 : 1;
    }
    var byValue = order.compare(a.bytes(), 0, b.bytes(), 0);
    return byValue != 0 ? byValue : Integer.compare(a.range(), b.range());
  }
}
