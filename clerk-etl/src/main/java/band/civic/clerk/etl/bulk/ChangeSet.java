package band.civic.clerk.etl.bulk;

import band.civic.clerk.spi.ClerkException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What a new release of a source changes in a table. Nothing of it was done yet: the rows stand in an attached schema
/// for the caller's own statements, in the caller's own transaction:
///
/// * `changes.{table}`, of the table's own columns: every row that is new or that changed
/// * `changes.retired(key)`: the keys of rows that are not in the source any more
///
/// End the transaction before this is closed, which detaches the schema.
public final class ChangeSet implements AutoCloseable {
  /// The name of the attached schema.
  public static final String SCHEMA = "changes";

  private final Connection connection;
  private final Changes changes;
  private final Counts counts;
  private final Staged staged;

  /// How many there were: `lines = blank + rejected + repeated + overruled + added + changed + unchanged`.
  ///
  /// @param added rows whose key was not known, or was retired
  /// @param changed rows with other content than before
  /// @param retired rows of the release before that are not in this one; a row whose line is faulty now is not retired
  public record Counts(long lines, long blank, long rejected, long repeated, long overruled, long added, long changed,
      long unchanged, long retired) {}

  ChangeSet(Connection connection, Changes changes, Counts counts, Staged staged) {
    this.connection = connection;
    this.changes = changes;
    this.counts = counts;
    this.staged = staged;
  }

  public Counts counts() {
    return counts;
  }

  /// The keys of the rows that the table has with other content, in order; some that were retired and are back may be
  /// among them. The other rows of `changes.{table}` are new, so there is nothing to look for in the table.
  public LongStream changedKeys() {
    return changes.changedKeys();
  }

  /// Puts the new rows into the table and the changed ones in the place of the old, all their columns. Rows that are
  /// retired are left to the caller.
  public void upsert() throws SQLException {
    var table = staged.table();
    var names = table.names().stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    var name = TableShape.quoted(table.name());
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO main." + name + "(" + names + ") SELECT " + names + " FROM " + SCHEMA + "."
          + name + " WHERE true " + JdbcWay.onConflict(table));
    }
  }

  /// Writes the table as it is after all changes, without the retired rows, into a fresh file: as [BulkLoad#write] does,
  /// with the same demands on that file, and without parsing or sorting what did not change. Where changes are spread
  /// over the whole table, as those of a month are, this is much faster than [#upsert()], which then touches nearly
  /// every page. The table must not be changed between the comparison and this.
  ///
  /// @throws ClerkException.SourceUnavailable when the disk is full or cannot be written
  /// @throws IllegalArgumentException when the table is another one there, or has rows
  public void writeTo(Path database) throws SQLException {
    staged.writeTo(DatabaseFiles.file(connection), database);
  }

  /// Makes this release the one that the next is compared with. To be part of the transaction that changes the table.
  ///
  /// @param scope the one that the fingerprints were loaded from
  public void saveFingerprints(String scope) throws SQLException {
    changes.save(connection, scope);
  }

  /// The fingerprints of this release, to be saved where [#writeTo(Path)] wrote its rows. Takes the place of
  /// [#saveFingerprints(String)].
  public Fingerprints fingerprints() {
    return changes.apply();
  }

  /// @throws IllegalStateException when a transaction that read the changes is still open
  @Override
  public void close() throws SQLException {
    staged.close();
    if (!Staging.detach(connection, SCHEMA)) {
      throw new IllegalStateException("End the transaction before closing the change set");
    }
  }
}
