package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.etl.sqlite.SqliteFailures;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// A delimited source on its way into one table with an `INTEGER PRIMARY KEY`. Three ways lead there with the same
/// result: rows are stored under their key, the last line of a key wins, lines that cannot be stored go to the
/// quarantine.
///
/// None of them commits or ends a transaction. A load that was cancelled, refused or killed leaves nothing that can be
/// continued: roll back or throw the file away, and load again.
public final class BulkLoad {
  private final Job job;

  private BulkLoad(Job job) {
    this.job = job;
  }

  /// A load that forgets rejected lines and gives up when more than 1 % of the lines, and more than 100, are faulty.
  public static BulkLoad of(BulkSource source, LineShape shape, RowMapper mapper) {
    return new BulkLoad(Job.of(source, shape, mapper));
  }

  public BulkLoad withQuarantine(Quarantine quarantine) {
    return new BulkLoad(job.withQuarantine(quarantine));
  }

  public BulkLoad withFaultLimit(FaultLimit limit) {
    return new BulkLoad(job.withFaultLimit(limit));
  }

  /// Tells bytes read, and once a second the rate and the time left.
  public BulkLoad withProgress(Progress progress) {
    return new BulkLoad(job.withProgress(progress));
  }

  /// @param checkCancelled asked many times a second; throws when the load must stop
  public BulkLoad withCancellation(Runnable checkCancelled) {
    return new BulkLoad(job.withCancellation(checkCancelled));
  }

  /// Keeps the fingerprints of the stored rows for the report: sixteen bytes of memory a row.
  public BulkLoad withFingerprints() {
    return new BulkLoad(job.withFingerprints());
  }

  /// Adds up a column of integers over the stored rows for the report of [#write]; the other ways leave it to SQL.
  public BulkLoad withSumOf(String column) {
    return new BulkLoad(job.withSumOf(column));
  }

  /// Other limits than what suits most.
  BulkLoad withLimits(Limits limits) {
    return new BulkLoad(job.withLimits(limits));
  }

  /// Loads row by row, by prepared statements on the calling thread. The fallback, into any table.
  ///
  /// @throws ClerkException.BadSourceData when the source cannot be read or has too many faults
  /// @throws IllegalArgumentException when there is no such table, or it has no `INTEGER PRIMARY KEY`
  public LoadReport insert(Connection connection, String table) throws SQLException {
    return JdbcWay.load(job, connection, table);
  }

  /// Writes the table and its indexes straight into the pages of a database file: the fastest way, for a file that is
  /// built beside and renamed. SQLite made the file with its schema and nobody has it open; the table is empty, other
  /// tables are kept. The file is not synced, and worth nothing when this throws.
  ///
  /// CHECK constraints and foreign keys are not looked at: `integrity_check` and `foreign_key_check` do that. Indexes
  /// that are unique, partial, descending, on expressions or with another collation are made by SQLite afterwards.
  ///
  /// @throws ClerkException.BadSourceData when the source cannot be read or has too many faults
  /// @throws ClerkException.SourceUnavailable when the disk is full or cannot be written
  /// @throws IllegalArgumentException when there is no such table, it has no `INTEGER PRIMARY KEY`, it has rows, or it
  ///   has a UNIQUE constraint
  public LoadReport write(Path database, String table) {
    return new DirectFile(database, table).fill(shape -> DirectWay.write(job, shape, database));
  }

  /// Loads by page images that SQLite takes over: fast, and into any database, full or empty, whose own journal keeps
  /// it safe. A secondary index is dropped and made again when the table is empty or the load is large. In a transaction
  /// of the caller, a schema named `bulk_rows` stays attached until the next load or the end of the connection.
  ///
  /// @throws ClerkException.BadSourceData when the source cannot be read or has too many faults
  /// @throws ClerkException.SourceUnavailable when the disk is full or cannot be written
  /// @throws IllegalArgumentException when there is no such table, or it has no `INTEGER PRIMARY KEY`
  public LoadReport transfer(Connection connection, String table) throws SQLException {
    return withFiles(connection, () -> PagesWay.load(job, connection, table));
  }

  /// Compares the source with the release before it, whose rows the table has, in one pass: far faster than loading it.
  /// The table is not changed; see [ChangeSet]. Takes 24 bytes of memory a known row, and 8 more when the source has
  /// another order than before.
  ///
  /// @param known the fingerprints of the release before, which the change set goes on with
  /// @throws ClerkException.BadSourceData when the source cannot be read or has too many faults
  /// @throws ClerkException.SourceUnavailable when the disk is full or cannot be written
  public ChangeSet compare(Connection connection, String table, Fingerprints known) throws SQLException {
    return withFiles(connection, () -> Comparison.run(job, connection, table, known));
  }

  private interface FileWork<T> {
    T run() throws SQLException, IOException;
  }

  private static <T> T withFiles(Connection connection, FileWork<T> work) throws SQLException {
    try {
      return work.run();
    } catch (IOException e) {
      throw SqliteFailures.of(DatabaseFiles.directory(connection), e);
    } catch (UncheckedIOException e) {
      throw SqliteFailures.of(DatabaseFiles.directory(connection), Objects.requireNonNull(e.getCause()));
    }
  }
}
