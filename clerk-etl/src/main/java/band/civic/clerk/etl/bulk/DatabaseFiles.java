package band.civic.clerk.etl.bulk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Where a connection's database stands.
final class DatabaseFiles {

  private DatabaseFiles() {}

  /// The directory of the database, or the one for temporary files when it is in memory.
  static Path directory(Connection connection) throws SQLException {
    var name = name(connection);
    return name.isEmpty()
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : Path.of(name).toAbsolutePath().resolveSibling("");
  }

  /// @throws IllegalArgumentException when the database is in memory
  static Path file(Connection connection) throws SQLException {
    var name = name(connection);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The database is in memory");
    }
    return Path.of(name);
  }

  private static String name(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var row = query.executeQuery("SELECT coalesce(file, '') FROM pragma_database_list WHERE name = 'main'")) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
