package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;

/// What a publication says of its making: a row of `etl_runs` after those of earlier publications, and `sources`. None of
/// it is content: two runs over the same filings differ in nothing else.
final class RunStamp {
  private static final int RUNS_KEPT = 100;
  private static final String POM = "/META-INF/maven/band.civic/election-finance-plugin/pom.properties";

  private RunStamp() {}

  /// How the rows of transactions differ from those published before.
  ///
  /// @param added keys that are new
  /// @param removed keys that are gone
  /// @param altered keys that are there in both, but count otherwise now
  record Difference(long added, long removed, long altered) {}

  /// Compares with the published file, if it is one of ours, and keeps its run history.
  static Difference compare(Connection connection, Path published) throws SQLException {
    if (!Files.exists(published)) {
      return new Difference(rows(connection), 0, 0);
    }
    attach(connection, published, "earlier");
    if (!hasTables(connection)) {
      return new Difference(rows(connection), 0, 0);
    }
    try (var statement = connection.createStatement()) {
      statement.execute("INSERT INTO main.etl_runs SELECT * FROM earlier.etl_runs ORDER BY run_id DESC LIMIT "
          + (RUNS_KEPT - 1));
      try (var row = statement.executeQuery(
          """
          SELECT (SELECT count(*) FROM main.transactions WHERE tx_key NOT IN (SELECT tx_key FROM earlier.transactions)),
            (SELECT count(*) FROM earlier.transactions WHERE tx_key NOT IN (SELECT tx_key FROM main.transactions)),
            (SELECT count(*) FROM main.transactions n JOIN earlier.transactions o USING (tx_key)
              WHERE n.is_current <> o.is_current OR n.counts_in_totals <> o.counts_in_totals
                OR n.amount_cents IS NOT o.amount_cents OR n.raw_json <> o.raw_json)
          """)) {
        return new Difference(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  /// Writes this run's row and the sources, which refer to it.
  static void write(Connection connection, Clock clock, Instant startedAt, Difference difference) throws SQLException {
    try (var insert = connection.prepareStatement(
        """
        INSERT INTO etl_runs (started_at, finished_at, program_version, compat_mode, rows_in, rows_current, rows_added,
          rows_removed, status, message)
        SELECT ?, ?, ?, compat, (SELECT count(*) FROM transactions),
          (SELECT count(*) FROM transactions WHERE is_current = 1), ?, ?, 'published', '' FROM settings
        """)) {
      insert.setString(1, startedAt.toString());
      insert.setString(2, clock.instant().toString());
      insert.setString(3, programVersion());
      insert.setLong(4, difference.added());
      insert.setLong(5, difference.removed());
      insert.executeUpdate();
    }
    SqlScript
        .of("""
            INSERT INTO sources SELECT source_id, (SELECT max(run_id) FROM etl_runs), adapter, origin, agency_id, url, year,
              fetched_at, sha256, bytes, rows, status FROM silver.sources ORDER BY source_id;
            """)
        .run(connection);
  }

  static void attach(Connection connection, Path file, String name) throws SQLException {
    try (var attach = connection.prepareStatement("ATTACH ? AS " + name)) {
      attach.setString(1, file.toUri() + "?mode=ro");
      attach.executeUpdate();
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(
            """
            SELECT count(*) = 2 FROM earlier.sqlite_schema WHERE type = 'table' AND name IN ('transactions', 'etl_runs')
            """)) {
      return row.getBoolean(1);
    }
  }

  private static long rows(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM main.transactions")) {
      return row.getLong(1);
    }
  }

  /// The plugin's version, as its build wrote it into the jar.
  private static String programVersion() {
    var properties = new Properties();
    try (var in = RunStamp.class.getResourceAsStream(POM)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "development");
  }
}
