package band.civic.electionfinance.transform.silver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An insert that is sent in batches.
public final class Batch implements AutoCloseable {
  private static final int SIZE = 500;

  private final PreparedStatement statement;
  private int waiting;

  public Batch(Connection connection, String sql) throws SQLException {
    this.statement = connection.prepareStatement(sql);
  }

  /// Inserts whole rows into a table of so many columns.
  public static Batch into(Connection connection, String table, int columns) throws SQLException {
    return new Batch(connection, "INSERT INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)");
  }

  /// Adds a row: text, `Long`, `Integer` or null. An empty text is stored as null.
  public void add(@Nullable Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      put(i + 1, values[i]);
    }
    statement.addBatch();
    if (++waiting == SIZE) {
      flush();
    }
  }

  private void put(int at, @Nullable Object value) throws SQLException {
    if (value instanceof String text && !text.isEmpty()) {
      statement.setString(at, text);
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value instanceof Boolean flag) {
      statement.setInt(at, flag ? 1 : 0);
    } else {
      statement.setObject(at, null);
    }
  }

  public void flush() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
