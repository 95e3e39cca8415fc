package band.civic.fec.bronze;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Small statements on one connection.
///
/// @param connection the caller's to close
public record Sql(Connection connection) {

  /// Makes a value of a row.
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// What belongs together.
  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  /// One transaction: all of the work or nothing of it.
  public <T> T alone(Work<T> work) throws SQLException {
    run("BEGIN IMMEDIATE");
    try {
      var result = work.run();
      run("COMMIT");
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /// Of a full disk SQLite has rolled back by itself.
  private void rollBack(Exception cause) {
    try {
      run("ROLLBACK");
    } catch (SQLException again) {
      cause.addSuppressed(again);
    }
  }

  /// Runs statements without values, one after the other.
  public void run(List<String> statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// Runs one statement without values.
  public void run(String sql) throws SQLException {
    run(List.of(sql));
  }

  /// Runs a statement and says how many rows it changed.
  public int update(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /// Runs a statement with one number for each of many.
  public void addAll(String sql, LongStream numbers) throws SQLException {
    try (var statement = prepare(sql)) {
      for (var each = numbers.iterator(); each.hasNext();) {
        statement.setLong(1, each.nextLong());
        statement.executeUpdate();
      }
    }
  }

  /// All rows of a query.
  public <T> List<T> list(RowReader<T> reader, String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepare(sql, values); var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /// The first row of a query.
  public <T> Optional<T> find(RowReader<T> reader, String sql, @Nullable Object... values) throws SQLException {
    return list(reader, sql, values).stream().findFirst();
  }

  /// The one number that a query gives; 0 for NULL.
  public long number(String sql, @Nullable Object... values) throws SQLException {
    return list(row -> row.getLong(1), sql, values).getFirst();
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
