package band.civic.clerk.etl.bulk.sort;

import java.util.Arrays;

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

  /// All entries, in order.
  public synchronized IndexEntries entries() {
    var entries = new IndexEntries(columns.length);
    for (var range = 0; range < runs.length; range++) {
      entries.add(spill, runs[range], range);
    }
    return entries;
  }
}
