package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.sqlite.SqliteFailures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.JDBC;

/// Makes a database file ready for the direct writer and whole again after it: what the writer cannot do is left to
/// SQLite.
final class DirectFile {
  private final Path database;
  private final String table;

  DirectFile(Path database, String table) {
    this.database = database;
    this.table = table;
  }

  /// What fills the table, which is empty and has only plain indexes.
  interface Filling<T> {
    T fill(TableShape table) throws IOException;
  }

  <T> T fill(Filling<T> filling) {
    try {
      var others = dropOtherIndexes();
      var result = filling.fill(shape());
      execute(others);
      return result;
    } catch (SQLException e) {
      throw SqliteFailures.of(database, e);
    } catch (IOException e) {
      throw SqliteFailures.of(database, e);
    } catch (UncheckedIOException e) {
      throw SqliteFailures.of(database, Objects.requireNonNull(e.getCause()));
    }
  }

  /// Drops the indexes that only SQLite can write and returns the statements that make them again.
  private List<String> dropOtherIndexes() throws SQLException {
    var shape = shape();
    var others = shape.indexes().stream().filter(index -> !index.plain()).toList();
    if (others.stream().anyMatch(index -> index.sql().isEmpty())) {
      throw new IllegalArgumentException("Table " + table + " has a constraint that is an index; it cannot be written "
          + "directly");
    }
    execute(others.stream().map(index -> "DROP INDEX " + TableShape.quoted(index.name())).toList());
    return others.stream().map(TableIndex::sql).toList();
  }

  private TableShape shape() throws SQLException {
    try (var connection = open(); var statement = connection.createStatement()) {
      var shape = TableShape.read(connection, table);
      try (var row = statement.executeQuery("SELECT 1 FROM " + TableShape.quoted(table) + " LIMIT 1")) {
        if (row.next()) {
          throw new IllegalArgumentException("Table " + table + " has rows; only an empty one can be written directly");
        }
      }
      return shape;
    }
  }

  private void execute(List<String> statements) throws SQLException {
    if (statements.isEmpty()) {
      return;
    }
    try (var connection = open(); var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF"); // a file that fails here is thrown away anyway
      statement.execute("PRAGMA synchronous = OFF");
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection open() throws SQLException {
    return JDBC.createConnection("jdbc:sqlite:" + database, new Properties());
  }
}
