package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.etl.bulk.text.RowView;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows with any value that SQLite can hold. The lines only say which row is meant, so that the values need no text.
final class Anything implements RowMapper {
  static final LineShape SHAPE = LineShape.of(',', 2);

  private static final String TABLE = """
      CREATE TABLE anything (
        words TEXT,
        whole INTEGER,
        id INTEGER PRIMARY KEY,
        fraction REAL,
        doubled REAL GENERATED ALWAYS AS (whole * 2) VIRTUAL,
        bytes BLOB,
        either NUMERIC
      );
      CREATE INDEX by_words ON anything(words);
      CREATE INDEX by_whole_and_words ON anything(whole, words);
      CREATE INDEX by_fraction ON anything(fraction);
      CREATE INDEX by_either ON anything(either, fraction, whole);
      CREATE INDEX by_bytes ON anything(bytes);
      CREATE INDEX some ON anything(words DESC) WHERE whole > 0;
      CREATE TABLE other (id INTEGER PRIMARY KEY, word TEXT);
      INSERT INTO other VALUES (1, 'kept');
      """;

  private final List<Row> rows;

  /// @param either a double, a long or a byte array
  record Row(long key, @Nullable String words, @Nullable Long whole, @Nullable Double fraction, @Nullable Object bytes,
      @Nullable Object either) {}

  Anything(List<Row> rows) {
    this.rows = rows;
  }

  static void create(Connection connection, int pageSize) throws SQLException {
    Gifts.execute(connection, "PRAGMA page_size = " + pageSize);
    Gifts.execute(connection, TABLE);
  }

  BulkSource source() {
    var text = new StringBuilder();
    for (var i = 0; i < rows.size(); i++) {
      text.append(i).append(',').append(rows.get(i).key).append('\n');
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Gifts.source(bytes);
  }

  @Override
  public long key(RowView row) {
    return row.lastNumber();
  }

  @Override
  public void map(RowView row, RowWriter out) {
    var values = rows.get((int) row.number(0));
    put(out, values.words);
    put(out, values.whole);
    put(out, values.fraction);
    put(out, values.bytes);
    put(out, values.either);
  }

  private static void put(RowWriter out, @Nullable Object value) {
    switch (value) {
      case null -> out.nothing();
      case String text -> out.text(text);
      case Long whole -> out.integer(whole);
      case Double fraction -> out.real(fraction);
      case byte[] bytes -> out.blob(bytes);
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  /// Everything there is, by kind and bytes.
  static List<String> content(Connection connection) throws SQLException {
    return Gifts.rows(connection, """
        SELECT id, typeof(words), hex(words), typeof(whole), whole, typeof(fraction), quote(fraction), doubled,
          typeof(bytes), hex(bytes), typeof(either), quote(either), (SELECT word FROM other)
        FROM anything NOT INDEXED ORDER BY id""");
  }
}
