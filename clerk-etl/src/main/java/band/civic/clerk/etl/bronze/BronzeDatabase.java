package band.civic.clerk.etl.bronze;

import band.civic.clerk.etl.sqlite.SqliteFailures;
import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One connection to bronze.db. Few, small statements: plain JDBC, every change in a transaction that is on disk when
/// it returns.
final class BronzeDatabase implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  /// @param file where it is, for messages
  /// @throws ClerkException.SourceUnavailable here and in every method, when the disk is full or cannot be written
  BronzeDatabase(Path file, DataSource source) {
    this.file = file;
    this.connection = open(source);
    for (var statement : schema().split(";\\s*\n")) {
      update(statement);
    }
  }

  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> T inTransaction(Supplier<T> work) {
    update("BEGIN IMMEDIATE");
    try {
      var result = work.get();
      update("COMMIT");
      return result;
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  /// SQLite has rolled back already when the disk is full or a commit failed; that must not hide why.
  private void rollBack(Throwable cause) {
    try {
      update("ROLLBACK");
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  int update(String sql, @Nullable Object... values) {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> List<T> list(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    try (var statement = prepare(sql, values); var rows = statement.executeQuery()) {
      var result = new ArrayList<T>();
      while (rows.next()) {
        result.add(mapper.map(rows));
      }
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  long insert(String sql, @Nullable Object... values) {
    return list(row -> row.getLong(1), sql, values).getFirst();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private Connection open(DataSource source) {
    try {
      var connection = source.getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA foreign_keys = ON");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA busy_timeout = 10000");
        // a write, however small: it takes away the journal that a killed process left
        statement.execute("PRAGMA user_version = 1");
      }
      return connection;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static String schema() {
    try (var in = BronzeDatabase.class.getResourceAsStream("bronze.sql")) {
      if (in == null) {
        throw new IllegalStateException("bronze.sql is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RuntimeException failed(SQLException e) {
    return SqliteFailures.of(file, e);
  }
}
