package band.civic.clerk.etl.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.sqlite.JDBC;

/// A small published database for the tests: `edition` tells versions apart, `rows` how large they are.
final class Books {
  static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

  private Books() {}

  static Publication publish(PublishedDatabase database, int edition, int rows) throws SQLException {
    return publish(database, edition, Acceptance.of(rows));
  }

  static Publication publish(PublishedDatabase database, int edition, Acceptance acceptance) throws SQLException {
    try (var build = database.openBuild(clock(edition), () -> {})) {
      write(build.connection(), edition, acceptance.records());
      build.seal();
      stamp(build.connection(), edition);
      return build.publish(acceptance);
    }
  }

  static void write(Connection connection, int edition, long rows) throws SQLException {
    SqlScript
        .of("""
            BEGIN;
            CREATE TABLE authors (author_id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE books (book_id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors, edition INTEGER);
            CREATE INDEX books_author ON books (author_id);
            CREATE TABLE stamps (run INTEGER);
            INSERT INTO authors VALUES (1, 'A. Nobody');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
            INSERT INTO books SELECT i, 1, %2$d FROM n WHERE i <= %1$d;
            COMMIT;
            """.formatted(rows, edition))
        .run(connection);
  }

  static void stamp(Connection connection, int run) throws SQLException {
    SqlScript.of("INSERT INTO stamps VALUES (" + run + ");\n").run(connection);
  }

  static Acceptance afterLast(long rows, long last) {
    return new Acceptance(rows, OptionalLong.of(last), false, List.of());
  }

  static long number(Path file, String sql) throws SQLException {
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  static List<String> filesIn(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static Clock clock(int minutes) {
    return Clock.fixed(NOW.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
  }
}
