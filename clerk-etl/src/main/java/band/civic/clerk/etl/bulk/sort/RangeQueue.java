package band.civic.clerk.etl.bulk.sort;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Hands the ranges of keys to several threads, from the last to the first, and forgets the rows that were read: so the
/// temporary files shrink while the database grows, and what was not written to the disk by then never will be.
public final class RangeQueue {
  private final RowRuns runs;
  private final List<KeyRange> ranges;
  private final BitSet read = new BitSet();
  private int next;
  private int kept; // ranges below this one

  public RangeQueue(RowRuns runs, List<KeyRange> ranges) {
    this.runs = runs;
    this.ranges = List.copyOf(ranges);
    this.next = ranges.size();
    this.kept = ranges.size();
  }

  /// The place of the next range; empty when there is none.
  public synchronized OptionalInt next() {
    return next == 0 ? OptionalInt.empty() : OptionalInt.of(--next);
  }

  /// To be told when the rows of a range are in memory.
  public synchronized void read(int range) {
    read.set(range);
    var before = kept;
    while (kept > 0 && read.get(kept - 1)) {
      kept--;
    }
    if (kept < before) {
      runs.forgetFrom(ranges.get(kept));
    }
  }
}
