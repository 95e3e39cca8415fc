package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.RowMapper;
import band.civic.clerk.etl.bulk.RowWriter;
import band.civic.clerk.etl.bulk.text.RowView;
import band.civic.fec.bulkfile.FileKind;
import band.civic.fec.model.Day;
import band.civic.fec.model.RowKey;

/// What a line of a bulk file means: the columns of [band.civic.fec.bronze.KindTable], in their order.
final class KindMapper implements RowMapper {
  /// Bytes of a byte order mark.
  private static final int MARK = 3;

  private final FileKind kind;
  private final long ingestId;
  private final boolean keepEmptyAmounts;
  private final int fields; // what the kind says is looked up once: it is asked for every line
  private final int allFields;
  private final boolean hasSubId;
  private final boolean endsWithKey;
  private final int key;
  private final int amount;
  private final int day;

  KindMapper(FileKind kind, long ingestId, boolean keepEmptyAmounts) {
    this.kind = kind;
    this.ingestId = ingestId;
    this.keepEmptyAmounts = keepEmptyAmounts;
    this.fields = kind.columns().size();
    this.allFields = kind.fields();
    this.hasSubId = kind.hasSubId();
    this.key = kind.key().map(kind::indexOf).orElse(-1);
    this.endsWithKey = key == fields - 1 && allFields == fields;
    this.amount = kind.amountColumn().map(kind::indexOf).orElse(-1);
    this.day = kind.dateColumn().map(kind::indexOf).orElse(-1);
  }

  @Override
  public long key(RowView row) {
    if (key < 0) {
      return row.hash() & Long.MAX_VALUE; // a row without a key is its own
    }
    if (endsWithKey) {
      return positive(row.lastNumber());
    }
    if (row.fields() <= key) {
      return RowView.NONE;
    }
    return hasSubId ? positive(row.number(key)) : RowKey.ofId(row.bytes(), start(row, key), row.end(key));
  }

  @Override
  public void map(RowView row, RowWriter out) {
    if (key(row) == RowView.NONE) {
      out.reject(fault(row, key));
      return;
    }
    var cents = amount < 0 ? RowView.NONE : row.cents(amount);
    if (isFault(row, cents)) {
      out.reject(fault(row, amount));
      return;
    }
    out.number(cents);
    out.date(day(row));
    out.integer(row.hash());
    out.integer(row.line());
    out.integer(ingestId);
    var isMarked = isMarked(row);
    for (var field = 0; field < fields; field++) {
      if (field == 0 && isMarked) {
        out.text(row.bytes(), start(row, 0), row.end(0));
      } else if (field != key || !hasSubId) {
        out.text(row, field);
      }
    }
    raw(row, isMarked, out);
  }

  /// Summaries of who has not reported have no amounts.
  private boolean isFault(RowView row, long cents) {
    if (amount < 0 || cents != RowView.NONE) {
      return false;
    }
    return !row.isEmpty(amount) || (hasSubId && !keepEmptyAmounts);
  }

  private String fault(RowView row, int field) {
    return EmptyAmounts.fault(kind, field, row.isEmpty(field) ? "" : row.text(field));
  }

  private long day(RowView row) {
    if (day < 0) {
      return RowView.NONE;
    }
    var found = Day.parse(row.bytes(), row.start(day), row.end(day));
    return found == Day.NONE ? RowView.NONE : found;
  }

  /// Where the line cannot be put together again from its fields it is kept as it is.
  private void raw(RowView row, boolean isMarked, RowWriter out) {
    if (!row.isUtf8() || row.fields() != allFields || row.bytes()[row.end(row.fields() - 1)] == '\r'
        || isMarked) {
      out.blob(row.copyLine());
    } else {
      out.nothing();
    }
  }

  /// Where a field begins, behind the mark that some programs put before a UTF-8 text.
  private static int start(RowView row, int field) {
    return row.start(field) + (field == 0 && isMarked(row) ? MARK : 0);
  }

  private static boolean isMarked(RowView row) {
    var at = row.start(0);
    var bytes = row.bytes();
    return row.line() == 1 && row.end(0) - at > MARK && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }

  private static long positive(long number) {
    return number > 0 ? number : RowView.NONE;
  }
}
