package band.civic.fec.bronze;

import band.civic.clerk.etl.bulk.Fingerprints;
import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.fec.bulkfile.FileKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.sqlite.JDBC;

/// The database of one kind and cycle: the rows that are live, what they were before, what was put aside, and each release
/// that was taken in. Whatever an ingest changes here is one transaction.
///
/// @param kind of file
/// @param sql on the database
public record KindFile(FileKind kind, Sql sql) {
  /// Somebody may read a file, or write all its changes at once, for minutes; in ms.
  private static final String WAIT = "600000";
  private static final String RELEASES = """
      CREATE TABLE releases (
        ingest_id INTEGER PRIMARY KEY,
        run_id TEXT NOT NULL,
        origin TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        modified_at TEXT NOT NULL,
        read INTEGER NOT NULL,
        new INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        retired INTEGER NOT NULL,
        rejected INTEGER NOT NULL,
        duplicates INTEGER NOT NULL,
        conflicts INTEGER NOT NULL,
        cents INTEGER NOT NULL,
        checksum TEXT NOT NULL,
        ended_at TEXT NOT NULL
      )""";
  private static final String QUARANTINE = """
      CREATE TABLE quarantine (
        ingest_id INTEGER NOT NULL,
        file TEXT NOT NULL,
        line INTEGER NOT NULL,
        reason TEXT NOT NULL,
        raw BLOB NOT NULL
      )""";

  /// A release that was taken in.
  ///
  /// @param ingestId the ingest
  /// @param runId the run of clerk
  /// @param origin the file and member
  /// @param bytes size of the file
  /// @param modifiedAt when it was last written
  /// @param figures what became of its rows
  /// @param endedAt when it was done
  public record Release(long ingestId, String runId, String origin, long bytes, String modifiedAt, Figures figures,
      String endedAt) {}

  /// A connection to a file of a kind and cycle, which the caller closes. An ingest that writes it is waited for.
  public static Connection connect(Path file) throws SQLException {
    var settings = new Properties();
    settings.setProperty("busy_timeout", WAIT);
    return JDBC.createConnection("jdbc:sqlite:" + file, settings);
  }

  public static KindFile of(FileKind kind, Connection connection) {
    return new KindFile(kind, new Sql(connection));
  }

  public KindTable table() {
    return new KindTable(kind);
  }

  /// Makes the tables beside the rows' own.
  public void create() throws SQLException {
    var columns = table().fields().stream().map(column -> column + " TEXT").collect(Collectors.joining(", "));
    sql.run(List.of(RELEASES, QUARANTINE, Fingerprints.CREATE_TABLE,
        """
            CREATE TABLE history (%s INTEGER NOT NULL, %s, amount_cents INTEGER, day TEXT, row_hash INTEGER NOT NULL,
              source_line INTEGER NOT NULL, first_run INTEGER NOT NULL, raw BLOB, ended_run INTEGER NOT NULL,
              fate TEXT NOT NULL CHECK (fate IN ('changed', 'retired')))""".formatted(table().key(), columns),
        "CREATE INDEX history_row ON history (%s)".formatted(table().key())));
  }

  /// The release that the live rows are of.
  public Optional<Release> findLastRelease() throws SQLException {
    return sql.find(KindFile::release, "SELECT * FROM releases ORDER BY ingest_id DESC LIMIT 1");
  }

  /// All releases, oldest first.
  public List<Release> listReleases() throws SQLException {
    return sql.list(KindFile::release, "SELECT * FROM releases ORDER BY ingest_id");
  }

  public void add(Release release) throws SQLException {
    var values = new ArrayList<Object>(List.of(release.ingestId(), release.runId(), release.origin(), release.bytes(),
        release.modifiedAt()));
    values.addAll(List.of(release.figures().values()));
    values.add(release.endedAt());
    sql.update("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values.toArray());
  }

  public void addRejected(long ingestId, List<RejectedLine> lines) throws SQLException {
    try (var insert = sql.connection().prepareStatement("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?)")) {
      for (var line : lines) {
        insert.setLong(1, ingestId);
        insert.setString(2, line.source());
        insert.setLong(3, line.line());
        insert.setString(4, line.reason());
        insert.setBytes(5, line.raw());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// What the rows of a table or join, with the columns of this kind's, add up to.
  public Sums sums(String rows) throws SQLException {
    return sql.find(row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)),
        "SELECT sum(amount_cents), sum(row_hash & 0xffffffff), sum((row_hash >> 32) & 0xffffffff) FROM " + rows)
        .orElseThrow();
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(row.getLong("ingest_id"), row.getString("run_id"), row.getString("origin"),
        row.getLong("bytes"), row.getString("modified_at"), Figures.read(row), row.getString("ended_at"));
  }
}
