package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.IndexValue;
import band.civic.clerk.etl.bulk.format.ValueRange;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// The entries of one index on the disk: a run for every range of keys, in which the values are sorted and each is
/// followed by the keys of its rows in order. The ranges do not overlap, so the keys of a value are in order when its
/// runs are read in the order of their ranges.
public final class IndexRuns {
  private final SpillFile spill;
  private final int[] columns;
  private final Run[] runs;

  /// One run.
  ///
  /// @param samples some of its values, in order
  record Run(long start, long end, List<Sample> samples) {

    /// Where to start reading to meet every value from that of a reader's first on.
    ///
    /// @param isBelow whether a value is below the first one wanted
    long before(Predicate<IndexValue> isBelow) {
      var place = start;
      for (var sample : samples) {
        if (!isBelow.test(sample.value)) {
          break;
        }
        place = sample.place;
      }
      return place;
    }
  }

  /// A value and where its group starts.
  record Sample(IndexValue value, long place) {}

  /// @param columns the places of the indexed columns in the record
  /// @param ranges how many ranges of keys there are
  public IndexRuns(SpillFile spill, int[] columns, int ranges) {
    this.spill = spill;
    this.columns = columns.clone();
    this.runs = new Run[ranges];
    Arrays.fill(runs, new Run(0, 0, List.of()));
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

  /// Cuts the values into ranges of about so many bytes of entries.
  public synchronized List<ValueRange> ranges(long bytesEach) {
    var samples = Arrays.stream(runs).flatMap(run -> run.samples.stream()).map(Sample::value).toList();
    return ValueRange.split(samples, columns.length, (int) Math.min(samples.size(), bytes() / bytesEach) + 1);
  }

  /// The entries whose values are in the range, in order.
  public synchronized IndexEntries entries(ValueRange values) {
    var entries = new IndexEntries(values);
    for (var range = 0; range < runs.length; range++) {
      entries.add(spill, runs[range], range);
    }
    return entries;
  }
}
