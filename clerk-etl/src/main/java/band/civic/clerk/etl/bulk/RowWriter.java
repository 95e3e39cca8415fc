package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.RowView;
import java.nio.charset.StandardCharsets;

/// Takes the values of one row, column by column. A value must be of the kind its column was declared with: text for
/// TEXT, numbers for INTEGER, NUMERIC and REAL, anything for BLOB; NULL where the column allows it.
public interface RowWriter {

  /// NULL.
  void nothing();

  void integer(long value);

  void real(double value);

  /// Text in UTF-8, not checked, from `from` to `to`.
  void text(byte[] utf8, int from, int to);

  void blob(byte[] value);

  /// Ends the row: it goes to the quarantine with this reason, and whatever else is written of it is forgotten.
  void reject(String reason);

  default void text(String value) {
    var utf8 = value.getBytes(StandardCharsets.UTF_8);
    text(utf8, 0, utf8.length);
  }

  /// A field as text; NULL when it is empty.
  default void text(RowView row, int field) {
    if (row.isEmpty(field)) {
      nothing();
    } else if (row.isUtf8()) {
      text(row.bytes(), row.start(field), row.end(field));
    } else {
      text(row.text(field));
    }
  }

  /// A number as [RowView] reads it: NULL for [RowView#NONE].
  default void number(long value) {
    if (value == RowView.NONE) {
      nothing();
    } else {
      integer(value);
    }
  }

  /// A day given as the number YYYYMMDD, stored as the text `YYYY-MM-DD`; NULL for [RowView#NONE].
  default void date(long day) {
    if (day == RowView.NONE) {
      nothing();
      return;
    }
    var text = new byte[10];
    var left = day;
    for (var at = 9; at >= 0; at--) {
      var isDash = at == 4 || at == 7;
      text[at] = (byte) (isDash ? '-' : '0' + left % 10);
      left = isDash ? left : left / 10;
    }
    text(text, 0, text.length);
  }
}
