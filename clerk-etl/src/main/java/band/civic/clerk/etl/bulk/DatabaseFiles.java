package band.civic.clerk.etl.bulk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Where a connection's database stands.
final class DatabaseFiles {

  private DatabaseFiles() {}

  /// The directory of the database, or the one for temporary files when it is in memory.
  static Path directory(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var row = query.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
      var file = row.next() ? row.getString(1) : "";
      return file == null || file.isEmpty()
          ? Path.of(System.getProperty("java.io.tmpdir"))
          : Path.of(file).toAbsolutePath().resolveSibling("");
    }
  }
}
