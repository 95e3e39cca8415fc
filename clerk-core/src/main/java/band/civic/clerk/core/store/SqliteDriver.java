package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;
import org.sqlite.util.OSInfo;

/// The one SQLite library of the process, which plugins share.
public final class SqliteDriver {

  private static final String LIBRARY = "org.sqlite.lib.path";

  private SqliteDriver() {}

  /// Lets the driver use the native library that the distribution has unpacked. By itself it would copy it into the
  /// temporary directory and compare the copy byte by byte, for every command; that costs as much as all else it does.
  static void useUnpackedLibrary() {
    var home = System.getProperty("clerk.home");
    if (home != null && System.getProperty(LIBRARY) == null) {
      var unpacked = Path.of(home, "lib", "native", OSInfo.getNativeLibFolderPathForCurrentOS());
      if (Files.isDirectory(unpacked)) {
        System.setProperty(LIBRARY, unpacked.toString());
      }
    }
  }

  /// Loads the native library and tries full-text search.
  ///
  /// @return SQLite's version
  /// @throws BadConfiguration when it cannot be loaded here
  public static String load() {
    useUnpackedLibrary();
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
          .formatted(System.getProperty(LIBRARY, System.getProperty("java.io.tmpdir")), e.getMessage()), e);
    }
  }
}
