package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects the rows of one thread, which come with growing line numbers, and writes them as sorted runs of a bounded
/// size.
public final class RunBuilder {
  private static final int SAMPLE = 128; // rows between two samples

  private final RowRuns runs;
  private final int capacity;
  private final SpillWriter out = new SpillWriter();
  private byte[] rows;
  private int end;
  private long[] keys = new long[1 << 12];
  private int[] places = new int[1 << 12];
  private int count;

  /// @param capacity how many bytes of rows a run has, about
  public RunBuilder(RowRuns runs, int capacity) {
    this.runs = runs;
    this.capacity = capacity;
    this.rows = new byte[Math.min(capacity, 1 << 20)];
  }

  public void add(long key, RecordBuilder record, long line, long hash) {
    var length = Entry.length(key, record);
    reserve(length);
    Entry.put(rows, end, key, record);
    Entry.putOrigin(rows, end, line, hash);
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    keys[count] = key;
    places[count++] = end;
    end += length;
  }

  /// Writes what was collected.
  public void flush() {
    if (count == 0) {
      return;
    }
    var losers = new ArrayList<Loser>();
    var order = winners(KeySort.order(keys, count), losers);
    runs.add(write(order), losers);
    count = 0;
    end = 0;
  }

  private void reserve(int length) {
    if (end + length > capacity) {
      flush();
    }
    if (end + length > rows.length) {
      rows = Arrays.copyOf(rows, (int) Math.max(end + length, Math.min(capacity, rows.length * 2L)));
    }
  }

  /// Of rows with the same key, which stand in the order of their lines, the last.
  private int[] winners(int[] order, List<Loser> losers) {
    var kept = 0;
    for (var i = 0; i < order.length; i++) {
      if (i + 1 < order.length && keys[order[i]] == keys[order[i + 1]]) {
        losers.add(Entry.loser(rows, places[order[i]]));
      } else {
        order[kept++] = order[i];
      }
    }
    return kept == order.length ? order : Arrays.copyOf(order, kept);
  }

  private RowRuns.Run write(int[] order) {
    var spill = runs.newSpill();
    out.open(spill, 0);
    var samples = (order.length + SAMPLE - 1) / SAMPLE;
    var sampleKeys = new long[samples];
    var samplePlaces = new long[samples];
    for (var i = 0; i < order.length; i++) {
      if (i % SAMPLE == 0) {
        sampleKeys[i / SAMPLE] = keys[order[i]];
        samplePlaces[i / SAMPLE] = out.place();
      }
      out.put(rows, places[order[i]], Entry.length(rows, places[order[i]]));
    }
    out.flush();
    return new RowRuns.Run(spill, sampleKeys, samplePlaces, out.place());
  }
}
