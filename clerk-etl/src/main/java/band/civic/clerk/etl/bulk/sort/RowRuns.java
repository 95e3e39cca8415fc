package band.civic.clerk.etl.bulk.sort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Rows on the disk as runs that are sorted by key, no key twice in a run; each has a temporary file of its own, which
/// shrinks while the run is read from its end. Written by several threads, each with a [RunBuilder] of its own, then
/// read by ranges of keys.
public final class RowRuns implements AutoCloseable {
  private final Path directory;
  private final List<SpillFile> spills = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<Loser> losers = new ArrayList<>();
  private long bytes;

  /// One run. Samples say which key stands at some places, in order; the first stands at the start.
  static final class Run {
    private final SpillFile spill;
    private final long[] sampleKeys;
    private final long[] samplePlaces;
    private final long end;

    Run(SpillFile spill, long[] sampleKeys, long[] samplePlaces, long end) {
      this.spill = spill;
      this.sampleKeys = sampleKeys;
      this.samplePlaces = samplePlaces;
      this.end = end;
    }

    SpillFile spill() {
      return spill;
    }

    /// Where to start reading to meet every key from `key` on.
    long before(long key) {
      var at = Arrays.binarySearch(sampleKeys, key);
      var sample = at >= 0 ? at : -at - 2;
      return samplePlaces[Math.max(0, sample)];
    }

    /// Where to stop reading when every key up to `key` was met.
    long after(long key) {
      var at = Arrays.binarySearch(sampleKeys, key);
      var sample = at >= 0 ? at + 1 : -at - 1;
      return sample < samplePlaces.length ? samplePlaces[sample] : end;
    }
  }

  /// @param directory where there is room for them
  public RowRuns(Path directory) {
    this.directory = directory;
  }

  synchronized SpillFile newSpill() {
    try {
      spills.add(SpillFile.open(directory));
      return spills.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Forgets all rows of a range and of those behind it.
  synchronized void forgetFrom(KeyRange range) {
    for (var run : runs) {
      run.spill.truncate(range.first() == Long.MIN_VALUE ? 0 : run.after(range.first() - 1));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (var spill : spills) {
      spill.close();
    }
  }

  synchronized void add(Run run, List<Loser> lost) {
    runs.add(run);
    losers.addAll(lost);
    bytes += run.end - run.samplePlaces[0];
  }

  /// How many bytes the rows have here.
  public synchronized long bytes() {
    return bytes;
  }

  synchronized List<Run> runs() {
    return List.copyOf(runs);
  }

  /// The lines that lost within their run, for keys of a range.
  synchronized List<Loser> losers(KeyRange range) {
    losers.sort(Comparator.comparingLong(Loser::key)); // sorted once, then found sorted
    return List.copyOf(losers.subList(firstLoser(range.first()), range.last() == Long.MAX_VALUE
        ? losers.size()
        : firstLoser(range.last() + 1)));
  }

  /// Cuts all keys into ranges of about so many bytes of rows, in order.
  public synchronized List<KeyRange> ranges(int bytesEach) {
    var samples = runs.stream().flatMapToLong(run -> Arrays.stream(run.sampleKeys)).sorted().toArray();
    var count = Math.max(1, (int) Math.min(samples.length, bytes / bytesEach + 1));
    var starts = new ArrayList<Long>();
    starts.add(Long.MIN_VALUE);
    for (var i = 1; i < count; i++) {
      var start = samples[(int) ((long) samples.length * i / count)];
      if (start > starts.getLast()) {
        starts.add(start);
      }
    }
    var ranges = new ArrayList<KeyRange>();
    for (var i = 0; i < starts.size(); i++) {
      ranges.add(new KeyRange(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) - 1 : Long.MAX_VALUE));
    }
    return List.copyOf(ranges);
  }

  private int firstLoser(long key) {
    var from = 0;
    var to = losers.size();
    while (from < to) {
      var middle = (from + to) >>> 1;
      if (losers.get(middle).key() < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
