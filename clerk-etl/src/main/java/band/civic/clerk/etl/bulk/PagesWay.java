package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.format.TableTree;
import band.civic.clerk.etl.bulk.sort.RangeRows;
import band.civic.clerk.etl.bulk.sort.RowRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Hands a whole table to SQLite as page images and lets it take the rows over. Into an empty table without indexes
/// SQLite copies records as they are (`xferOptimization` in its `insert.c`): the statement must read `SELECT *` and
/// nothing else.
final class PagesWay {
  private static final String SCHEMA = "bulk_rows";
  private static final int WORTH_AN_INDEX = 4; // rebuilt, when a load is more than this part of the file

  private final Job job;
  private final Connection connection;
  private final TableShape table;
  private final String name;

  private PagesWay(Job job, Connection connection, TableShape table) {
    this.job = job;
    this.connection = connection;
    this.table = table;
    this.name = "main." + TableShape.quoted(table.name());
  }

  static LoadReport load(Job job, Connection connection, String table) throws SQLException, IOException {
    var directory = DatabaseFiles.directory(connection);
    var way = new PagesWay(job, connection, TableShape.read(connection, table));
    try (var runs = new RowRuns(directory)) {
      return way.transfer(SortedRows.read(job, way.table, runs), directory);
    }
  }

  private LoadReport transfer(SortedRows rows, Path directory) throws SQLException, IOException {
    var schema = freeSchema();
    try (var staging = Staging.open(table, rows.runs().bytes() > job.limits().image(), directory)) {
      var stored = stage(rows, staging);
      staging.attach(connection, schema);
      var isEmpty = number("SELECT NOT EXISTS (SELECT 1 FROM " + name + ")") == 1;
      var dropped = isEmpty || isLarge(rows.runs().bytes()) ? dropIndexes() : List.<String>of();
      execute(isEmpty ? copy(schema) : upsert(schema));
      job.progress().step("making the indexes of " + table.name());
      for (var sql : dropped) {
        job.checkCancelled().run();
        execute(sql);
      }
      Staging.detach(connection, schema); // later, when a transaction is open
      staging.reader().close();
      return rows.report(job, stored);
    }
  }

  private long stage(SortedRows rows, Staging staging) {
    var range = new RangeRows(rows.runs());
    var leaves = new ArrayList<TableLeaves>();
    var stored = 0L;
    for (var keys : rows.ranges()) {
      job.checkCancelled().run();
      range.read(keys);
      rows.outcomes().add(range.outcome());
      var part = new TableLeaves(staging.pages());
      for (var row = 0; row < range.size(); row++) {
        part.add(range.key(row), range.bytes(), range.cell(row), range.cellLength(row));
      }
      part.finish();
      leaves.add(part);
      stored += range.size();
    }
    TableTree.build(staging.pages(), staging.root(), leaves);
    return stored;
  }

  private String copy(String schema) {
    return "INSERT INTO " + name + " SELECT * FROM " + schema + "." + TableShape.quoted(table.name());
  }

  private String upsert(String schema) {
    var names = table.names().stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    return "INSERT INTO " + name + "(" + names + ") SELECT " + names + " FROM " + schema + "."
        + TableShape.quoted(table.name()) + " WHERE true " + JdbcWay.onConflict(table);
  }

  private boolean isLarge(long bytes) throws SQLException {
    return bytes > number("PRAGMA main.page_count") * number("PRAGMA main.page_size") / WORTH_AN_INDEX;
  }

  /// Drops what can be made again and returns the statements that do it; an index of a constraint stays.
  private List<String> dropIndexes() throws SQLException {
    var statements = new ArrayList<String>();
    for (var index : table.indexes()) {
      if (!index.sql().isEmpty()) {
        execute("DROP INDEX main." + TableShape.quoted(index.name()));
        statements.add(index.sql());
      }
    }
    return statements;
  }

  /// A schema name of its own: within a transaction, one that was read cannot be detached.
  private String freeSchema() throws SQLException {
    var schema = SCHEMA;
    for (var i = 2; !Staging.detach(connection, schema); i++) {
      schema = SCHEMA + i;
    }
    return schema;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}
