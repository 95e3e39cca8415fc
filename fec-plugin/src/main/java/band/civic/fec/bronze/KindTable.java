package band.civic.fec.bronze;

import band.civic.fec.bulkfile.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The table of a kind's rows: each field as the FEC wrote it (an empty one is NULL), and what is known of the row.
///
/// `source_line` and `first_run` say where the row was first seen with this content; a row of which the last complete
/// ingest of its kind and cycle knows is live, and that ingest is its last run. A row that is gone or was another stands in
/// `history`.
///
/// @param kind of file
public record KindTable(FileKind kind) {
  /// The column of amounts in cents.
  public static final String AMOUNT = "amount_cents";

  /// The name of the key where the FEC has no number for the row.
  static final String ROW_KEY = "row_key";

  /// They come first: sums over all rows look at them alone.
  private static final String KNOWN = """
        amount_cents INTEGER,
        day TEXT,
        row_hash INTEGER NOT NULL,
        source_line INTEGER NOT NULL,
        first_run INTEGER NOT NULL""";

  /// The name of the table, and of the files.
  public String name() {
    return kind.id();
  }

  /// The column that is the table's key.
  public String key() {
    return kind.hasSubId() ? "sub_id" : ROW_KEY;
  }

  /// The columns that hold fields, in the order of the table. A row's number is the key, not one of them.
  public List<String> fields() {
    return kind.columns().stream().filter(column -> !column.equals("sub_id")).toList();
  }

  /// All columns.
  public List<String> columns() {
    var columns = new ArrayList<String>();
    columns.add(key());
    columns.addAll(List.of("amount_cents", "day", "row_hash", "source_line", "first_run"));
    columns.addAll(fields());
    columns.add("raw");
    return columns;
  }

  /// The statement that makes the empty table.
  public String tableDdl() {
    return "CREATE TABLE %s (%n  %s INTEGER PRIMARY KEY,%n%s,%n%s,%n  raw BLOB%n)".formatted(name(), key(), KNOWN,
        textColumns());
  }

  /// The statements that make its indexes: by committee, name and day.
  public List<String> indexDdl() {
    return indexed().stream()
        .map(column -> "CREATE INDEX %1$s_%2$s ON %1$s (%2$s)".formatted(name(), column))
        .toList();
  }

  private List<String> indexed() {
    return kind.hasSubId() ? List.of("cmte_id", "name", "day") : List.of();
  }

  private String textColumns() {
    return fields().stream().map(column -> "  " + column + " TEXT").collect(Collectors.joining(",\n"));
  }
}
