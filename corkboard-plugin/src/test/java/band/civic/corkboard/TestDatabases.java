package band.civic.corkboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/// Small databases in the shape of those that Datasette's documentation uses, with made-up contents.
final class TestDatabases {

  private TestDatabases() {}

  static Path fixtures(Path directory) {
    return make(directory.resolve("fixtures.db"), resource("fixtures.sql"));
  }

  static String resource(String name) {
    try (var in = TestDatabases.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file with one table `t` of one row.
  static Path one(Path file, String value) {
    return make(file, "CREATE TABLE t (id integer primary key, v text); INSERT INTO t VALUES (1, '" + value + "');");
  }

  static Path make(Path file, String script) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      // a hundred small statements would wait for the disk a hundred times
      statement.executeUpdate("PRAGMA journal_mode=off; PRAGMA synchronous=off;" + script);
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
