package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/// The one SQLite library of the process, which plugins share.
public final class SqliteDriver {

  private SqliteDriver() {}

  /// Loads the native library and tries full-text search.
  ///
  /// @return SQLite's version
  /// @throws BadConfiguration
  ///           when it cannot be loaded here
  public static String load() {
    var memory = new SQLiteDataSource();
    memory.setUrl("jdbc:sqlite::memory:");
    try (var connection = memory.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE VIRTUAL TABLE t USING fts5(x)");
      try (var row = statement.executeQuery("SELECT sqlite_version()")) {
        return row.getString(1);
      }
    } catch (SQLException | LinkageError e) {
      throw new BadConfiguration("SQLite's native library cannot be loaded from %s (%s)"
          .formatted(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")), e.getMessage()), e);
    }
  }
}
