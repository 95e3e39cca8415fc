package band.civic.clerk.etl.bulk.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of one range of keys in order, each key once: what the runs have of it, merged. One thread reads one range
/// after another into the same memory.
public final class RangeRows {
  private final RowRuns runs;
  private byte[] bytes = new byte[1 << 16];
  private int end;
  private long[] keys = new long[1 << 10];
  private int[] places = new int[1 << 10];
  private int count;
  private int[] order = new int[0];
  private Loser.Outcome outcome = Loser.Outcome.none();

  public RangeRows(RowRuns runs) {
    this.runs = runs;
  }

  /// Reads a range in the place of the one that was read before.
  public void read(KeyRange range) {
    end = 0;
    count = 0;
    for (var run : runs.runs()) {
      collect(range, run);
    }
    order = KeySort.order(keys, count);
    var losers = new ArrayList<>(runs.losers(range));
    keepWinners(losers);
    outcome = settle(losers);
  }

  public int size() {
    return order.length;
  }

  public long key(int row) {
    return keys[order[row]];
  }

  public long hash(int row) {
    return Entry.hash(bytes, places[order[row]]);
  }

  public long line(int row) {
    return lineAt(order[row]);
  }

  /// The array that holds the cells.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the cell of the row starts: length of the record, key, record.
  public int cell(int row) {
    return places[order[row]] + Entry.CELL;
  }

  public int cellLength(int row) {
    return Entry.cellLength(bytes, places[order[row]]);
  }

  /// What became of the lines of this range whose key came again.
  public Loser.Outcome outcome() {
    return outcome;
  }

  private void collect(KeyRange range, RowRuns.Run run) {
    var from = run.before(range.first());
    var length = Math.toIntExact(run.after(range.last()) - from);
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(end, length), (int) Math.min(1 << 30, bytes.length * 2L)));
    }
    run.spill().read(from, bytes, end, length);
    var stop = end + length;
    for (var at = end; at < stop; at += Entry.length(bytes, at)) {
      if (range.contains(Entry.key(bytes, at))) {
        add(at);
      }
    }
    end = stop;
  }

  private void add(int place) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    keys[count] = Entry.key(bytes, place);
    places[count++] = place;
  }

  private void keepWinners(List<Loser> losers) {
    var kept = 0;
    for (var i = 0; i < order.length; i++) {
      var isSame = kept > 0 && keys[order[kept - 1]] == keys[order[i]];
      if (!isSame) {
        order[kept++] = order[i];
      } else if (lineAt(order[i]) > lineAt(order[kept - 1])) {
        losers.add(Entry.loser(bytes, places[order[kept - 1]]));
        order[kept - 1] = order[i];
      } else {
        losers.add(Entry.loser(bytes, places[order[i]]));
      }
    }
    order = kept == order.length ? order : Arrays.copyOf(order, kept);
  }

  private long lineAt(int place) {
    return Entry.line(bytes, places[place]);
  }

  private Loser.Outcome settle(List<Loser> losers) {
    var repeated = new ArrayList<Long>();
    var overruled = new ArrayList<Overruled>();
    for (var loser : losers) {
      var winner = find(loser.key());
      if (hash(winner) == loser.hash()) {
        repeated.add(loser.key());
      } else {
        overruled.add(new Overruled(loser.key(), loser.line(), line(winner)));
      }
    }
    return new Loser.Outcome(repeated, overruled);
  }

  private int find(long key) {
    var from = 0;
    var to = order.length - 1;
    while (from < to) {
      var middle = (from + to) >>> 1;
      if (key(middle) < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
