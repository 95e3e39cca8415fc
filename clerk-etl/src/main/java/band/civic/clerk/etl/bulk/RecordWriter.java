package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.RecordBuilder;

/// Writes the values of a row as the record that SQLite would store.
final class RecordWriter implements RowWriter {
  private static final double LARGEST_SHORT = 140_737_488_355_327.0; // six bytes, as in SQLite

  private final TableShape table;
  private final Column[] columns;
  private final RecordBuilder record = new RecordBuilder();
  private int next;
  private String fault = "";

  RecordWriter(TableShape table) {
    this.table = table;
    this.columns = table.columns().toArray(Column[]::new);
  }

  /// Starts a row.
  void begin() {
    record.clear();
    next = 0;
    fault = "";
    addKey();
  }

  /// Why the row was rejected; empty when it was not.
  String fault() {
    return fault;
  }

  /// The record of a row that was not rejected.
  RecordBuilder end() {
    if (next != columns.length) {
      throw new IllegalStateException(Mapping.wrongCount(table, next));
    }
    return record;
  }

  @Override
  public void nothing() {
    if (next < columns.length && columns[next].required()) {
      reject("its " + columns[next].name() + " is empty");
    }
    record.addNull();
    advance();
  }

  @Override
  public void integer(long value) {
    if (affinity() == Column.Affinity.TEXT) {
      throw wrongKind("a number");
    }
    record.addInteger(value);
    advance();
  }

  /// A whole number in a column of numbers is kept as an integer, where SQLite does it.
  @Override
  public void real(double value) {
    switch (affinity()) {
      case TEXT -> throw wrongKind("a number");
      case BLOB -> record.addReal(value);
      case REAL -> addReal(value, Math.abs(value) <= LARGEST_SHORT);
      case INTEGER, NUMERIC -> addReal(value, Math.abs(value) < 0x1p63);
    }
    advance();
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    if (affinity() != Column.Affinity.TEXT && affinity() != Column.Affinity.BLOB) {
      throw wrongKind("text");
    }
    record.addText(utf8, from, to);
    advance();
  }

  @Override
  public void blob(byte[] value) {
    record.addBlob(value);
    advance();
  }

  @Override
  public void reject(String reason) {
    fault = fault.isEmpty() ? reason : fault;
  }

  private void addReal(double value, boolean isShort) {
    if (isShort && value == Math.rint(value)) {
      record.addInteger((long) value);
    } else {
      record.addReal(value);
    }
  }

  private Column.Affinity affinity() {
    if (next >= columns.length) {
      throw new IllegalStateException(Mapping.wrongCount(table, next + 1));
    }
    return columns[next].affinity();
  }

  private IllegalStateException wrongKind(String kind) {
    return new IllegalStateException("Column " + columns[next].name() + " of table " + table.name() + " is "
        + columns[next].affinity() + " and was given " + kind);
  }

  private void advance() {
    next++;
    addKey();
  }

  /// The key stands in the record as NULL: its value is the rowid (section 2.5 of the file format).
  private void addKey() {
    if (next == table.keyPlace() && record.values() == next) {
      record.addNull();
    }
  }
}
