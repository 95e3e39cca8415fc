package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.IndexRecord;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import band.civic.clerk.etl.bulk.format.ValueRange;
import java.util.PriorityQueue;

/// Goes through the entries of [IndexRuns] in the order of the index. For one thread.
public final class IndexEntries {
  private final ValueRange values;
  private final ValueOrder order;
  private final PriorityQueue<GroupReader> waiting = new PriorityQueue<>(this::compare);
  private final IndexRecord record = new IndexRecord();
  private int length;

  IndexEntries(ValueRange values) {
    this.values = values;
    this.order = new ValueOrder(values.columns());
  }

  void add(SpillFile spill, IndexRuns.Run run, int range) {
    var reader = new GroupReader(spill, run, range, new ValueBounds(values, order));
    if (reader.next()) {
      waiting.add(reader);
    }
  }

  /// Goes to the next entry. False: there is none.
  public boolean next() {
    var reader = waiting.peek();
    if (reader != null && reader.isStarted() && reader.keys() == 0) {
      waiting.poll();
      if (reader.next()) {
        waiting.add(reader);
      }
      reader = waiting.peek();
    }
    if (reader == null) {
      return false;
    }
    if (!reader.isStarted()) {
      record.setValues(reader.bytes(), 0, reader.valueEnd(), values.columns());
    }
    length = record.setKey(reader.nextKey());
    return true;
  }

  /// The array that starts with the record of the entry.
  public byte[] record() {
    return record.bytes();
  }

  public int length() {
    return length;
  }

  private int compare(GroupReader a, GroupReader b) {
    if (a.prefix() != b.prefix()) {
      return a.prefix() < b.prefix() ? -1 : 1;
    }
    var byValue = order.compare(a.bytes(), 0, b.bytes(), 0);
    return byValue != 0 ? byValue : Integer.compare(a.range(), b.range());
  }
}
