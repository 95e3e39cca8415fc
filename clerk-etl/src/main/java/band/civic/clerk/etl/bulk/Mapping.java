package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.RowView;

/// Asks the mapper what to store of a line, and rejects lines of another form before that.
final class Mapping {

  private Mapping() {}

  /// The key of the row; meaningless when the writer was told to reject the row.
  static long map(Job job, RowView row, RowWriter out) {
    if (!row.isWhole()) {
      out.reject(wrongFields(job, row));
      return RowView.NONE;
    }
    var key = job.mapper().key(row);
    job.mapper().map(row, out);
    if (key == RowView.NONE) {
      out.reject("its key cannot be read");
    }
    return key;
  }

  static String wrongCount(TableShape table, int values) {
    return "Table " + table.name() + " has " + table.columns().size() + " columns besides its key, and " + values
        + " values were written";
  }

  private static String wrongFields(Job job, RowView row) {
    var wanted = job.shape().fields();
    var more = row.fields() > wanted + 1 ? "more than " : "";
    var count = Math.min(row.fields(), wanted + 1);
    return more + count + (count == 1 ? " field" : " fields") + " instead of " + wanted;
  }
}
