package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.etl.bulk.text.RowView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A made-up kind of file: committee, name, day, amount and number of a gift.
final class Gifts implements RowMapper {
  static final LineShape SHAPE = LineShape.of('|', 5);

  static final String TABLE = """
      CREATE TABLE gifts (
        committee TEXT NOT NULL,
        name TEXT,
        given_on TEXT,
        amount_cents INTEGER,
        amount REAL GENERATED ALWAYS AS (amount_cents / 100.0) VIRTUAL,
        id INTEGER PRIMARY KEY,
        line INTEGER NOT NULL,
        hash INTEGER NOT NULL
      );
      CREATE INDEX gifts_by_committee ON gifts(committee);
      CREATE INDEX gifts_by_name ON gifts(name);
      CREATE INDEX gifts_by_day_and_amount ON gifts(given_on, amount_cents);
      CREATE INDEX gifts_large ON gifts(amount_cents) WHERE amount_cents > 100000;
      """;

  @Override
  public long key(RowView row) {
    return row.lastNumber();
  }

  @Override
  public void map(RowView row, RowWriter out) {
    if (row.cents(3) == RowView.NONE) {
      out.reject("the amount is no number");
    }
    out.text(row, 0);
    out.text(row, 1);
    out.date(row.date(2));
    out.number(row.cents(3));
    out.integer(row.line());
    out.integer(row.hash());
  }

  static BulkSource source(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  static BulkSource source(byte[] text) {
    return BulkSource.stream("gifts.txt", text.length, () -> new ByteArrayInputStream(text));
  }

  static Connection open(Path file) throws SQLException {
    var connection = connect(file);
    execute(connection, "PRAGMA page_size = 512"); // deep trees of few rows
    execute(connection, TABLE);
    return connection;
  }

  static Connection connect(Path file) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute(connection, "PRAGMA synchronous = OFF");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /// All rows of a query as text, columns joined by a bar.
  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var values = new ArrayList<String>();
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }
}
