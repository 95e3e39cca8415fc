package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.RecordView;
import java.util.concurrent.atomic.LongAdder;

/// Adds up one column of the rows that are stored, while they are at hand.
final class ColumnSum {
  private final int place;
  private final LongAdder total = new LongAdder();

  private ColumnSum(int place) {
    this.place = place;
  }

  /// @throws IllegalArgumentException when the table has no such column of integers
  static ColumnSum of(Job job, TableShape table) {
    return new ColumnSum(job.sumOf().map(column -> place(table, column)).orElse(-1));
  }

  long total() {
    return total.sum();
  }

  /// Adds for one thread.
  Part newPart() {
    return new Part();
  }

  /// The rows of one thread.
  final class Part {
    private final RecordView record = new RecordView(place + 1);
    private long sum;

    /// @param cell where the row's cell starts: length of the record, key, record
    void add(byte[] bytes, int cell) {
      if (place >= 0) {
        record.openCell(bytes, cell);
        sum += record.integer(place);
      }
    }

    void finish() {
      total.add(sum);
    }
  }

  private static int place(TableShape table, String column) {
    var isThere = table.columns()
        .stream()
        .anyMatch(other -> other.name().equals(column) && other.affinity() == Column.Affinity.INTEGER);
    if (!isThere) {
      throw new IllegalArgumentException("Table " + table.name() + " has no INTEGER column " + column);
    }
    return table.names().indexOf(column);
  }
}
