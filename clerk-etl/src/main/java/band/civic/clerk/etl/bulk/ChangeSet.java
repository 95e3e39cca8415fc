package band.civic.clerk.etl.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

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
  private final TableShape table;
  private final Changes changes;
  private final Counts counts;

  /// How many there were: `lines = blank + rejected + repeated + overruled + added + changed + unchanged`.
  ///
  /// @param added rows whose key was not known, or was retired
  /// @param changed rows with other content than before
  /// @param retired rows of the release before that are not in this one; a row whose line is faulty now is not retired
  public record Counts(long lines, long blank, long rejected, long repeated, long overruled, long added, long changed,
      long unchanged, long retired) {}

  ChangeSet(Connection connection, TableShape table, Changes changes, Counts counts) {
    this.connection = connection;
    this.table = table;
    this.changes = changes;
    this.counts = counts;
  }

  public Counts counts() {
    return counts;
  }

  /// Puts the new rows into the table and the changed ones in the place of the old, all their columns. Rows that are
  /// retired are left to the caller.
  public void upsert() throws SQLException {
    var names = table.names().stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    var name = TableShape.quoted(table.name());
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO main." + name + "(" + names + ") SELECT " + names + " FROM " + SCHEMA + "."
          + name + " WHERE true " + JdbcWay.onConflict(table));
    }
  }

  /// Makes this release the one that the next is compared with. To be part of the transaction that changes the table.
  ///
  /// @param scope the one that the fingerprints were loaded from
  public void saveFingerprints(String scope) throws SQLException {
    changes.save(connection, scope);
  }

  /// @throws IllegalStateException when a transaction that read the changes is still open
  @Override
  public void close() throws SQLException {
    if (!Staging.detach(connection, SCHEMA)) {
      throw new IllegalStateException("End the transaction before closing the change set");
    }
  }
}
