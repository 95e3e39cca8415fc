package band.civic.fec.openfec;

import band.civic.clerk.spi.ClerkException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/// One small SQLite file of the client's own. What it holds can be done without, so that it does not wait for the disk.
final class Sql implements AutoCloseable {
  private static final int CORRUPT = 11;
  /// SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
  private static final Set<Integer> DISK = Set.of(3, 8, 10, 13, 14);

  private final Path file;
  private final Connection connection;

  Sql(Path file, String... schema) {
    this.file = file;
    this.connection = open(file);
    run("PRAGMA busy_timeout = 20000");
    run("PRAGMA synchronous = OFF");
    for (var statement : schema) {
      run(statement);
    }
  }

  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /// Does the work in a transaction that nobody else can come between.
  <T> T alone(Work<T> work) {
    run("BEGIN IMMEDIATE");
    try {
      var result = work.with(connection);
      run("COMMIT");
      return result;
    } catch (SQLException e) {
      throw rolledBack(failed(e));
    } catch (RuntimeException e) {
      throw rolledBack(e);
    }
  }

  /// Of a full disk SQLite has rolled back by itself.
  private RuntimeException rolledBack(RuntimeException cause) {
    try {
      run("ROLLBACK");
    } catch (RuntimeException again) {
      cause.addSuppressed(again);
    }
    return cause;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Connection open(Path file) {
    try {
      return DriverManager.getConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private RuntimeException failed(SQLException e) {
    if (DISK.contains(e.getErrorCode())) {
      return new ClerkException.SourceUnavailable("Cannot write " + file + " (" + e.getMessage()
          + "). Check the space on the disk and the rights of its directory, then try again.", e);
    }
    var hint = e.getErrorCode() == CORRUPT ? ". Delete " + file + ": it will be made anew." : "";
    return new IllegalStateException(file.getFileName() + ": " + e.getMessage() + hint, e);
  }
}
