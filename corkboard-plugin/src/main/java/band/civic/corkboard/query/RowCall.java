package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row, found by its key.
///
/// @param scope the database
/// @param table the table
/// @param keys the key's values as they stand in the path
/// @param sql how it was asked for
/// @param found the row, alone in its result
/// @param cost how long it took, and the request
public record RowCall(Scope scope, Table table, List<String> keys, Sql sql, Rows found, Cost cost) {

  /// What reading it took.
  ///
  /// @param millis milliseconds
  /// @param call the request
  public record Cost(double millis, Call call) {}

  /// Reads a row; a row that is not there is a 404.
  public static RowCall read(Scope scope, Table table, List<String> keys, Call call) {
    if (table.isView()) {
      throw Failure.notFound("Record not found");
    }
    var columns = table.keyColumns();
    if (columns.size() != keys.size()) {
      throw Failure.notFound("Record not found");
    }
    long start = System.nanoTime();
    var sql = sql(table, keys, false);
    var rows = scope.session().read(sql, scope.limits().withRows(1));
    if (rows.rows().isEmpty() && hasUntypedKey(table)) {
      rows = scope.session().read(sql(table, keys, true), scope.limits().withRows(1));
    }
    if (rows.rows().isEmpty()) {
      throw Failure.notFound("Record not found");
    }
    var expanded = labelled(scope, table, rows, call.args());
    return new RowCall(scope, table, keys, sql, expanded, new Cost((System.nanoTime() - start) / 1e6, call));
  }

  private static Rows labelled(Scope scope, Table table, Rows rows, Args args) {
    if (!args.isOn("_labels")) {
      return rows;
    }
    var copy = new ArrayList<@Nullable Object[]>();
    rows.rows().forEach(r -> copy.add(r.clone()));
    new Labels(scope).expand(table, rows.columns(), copy);
    return new Rows(rows.columns(), copy, false);
  }

  /// A key column without a type keeps numbers as numbers, so a number in the path must be tried as one.
  private static boolean hasUntypedKey(Table table) {
    return table.primaryKeys()
        .stream()
        .flatMap(k -> table.findColumn(k).stream())
        .anyMatch(c -> c.affinity().equals("BLOB"));
  }

  private static Sql sql(Table table, List<String> keys, boolean numbers) {
    var params = new LinkedHashMap<String, @Nullable Object>();
    var conditions = new ArrayList<String>();
    var columns = table.keyColumns();
    for (int i = 0; i < columns.size(); i++) {
      conditions.add(Sql.quoted(columns.get(i)) + "=:p" + i);
      boolean isNumber = numbers && keys.get(i).matches("-?\\d{1,18}");
      params.put("p" + i, isNumber ? (Object) Long.valueOf(keys.get(i)) : keys.get(i));
    }
    var select = table.usesRowid() ? "select rowid, * from " : "select * from ";
    return new Sql(select + Sql.name(table.name()) + " where " + String.join(" AND ", conditions), params);
  }

  public List<String> columns() {
    return found.columns();
  }

  public List<@Nullable Object[]> rows() {
    return found.rows();
  }

  /// The row's values with labels for its foreign keys.
  public @Nullable Object[] withLabels() {
    @Nullable
    Object[] copy = rows().getFirst().clone();
    var one = new ArrayList<@Nullable Object[]>();
    one.add(copy);
    new Labels(scope).expand(table, columns(), one);
    return copy;
  }

  public double millis() {
    return cost.millis();
  }

  /// What `?_extra=` may ask of a row.
  public ExtraBlocks extras() {
    var blocks = new ExtraBlocks(cost.call())
        .add("columns", "Column names returned by this query", this::columns)
        .add("query", "Details of the underlying SQL query", () -> Map.of("sql", sql.text(), "params", sql.params()))
        .add("debug", "Extra debug information", this::debug)
        .add("render_cell", "Rendered HTML for each cell using the render_cell plugin hook",
            () -> new RenderedCells(columns(), scope.config(table).columnTypes()).of(rows()))
        .add("foreign_key_tables", "Tables that link to this row using foreign keys", this::foreignKeyTables);
    TableExtras.addAbout(blocks, scope, table);
    return blocks;
  }

  private Map<String, Object> debug() {
    var resolved = Map.of("table", table.name(), "sql", sql.text(), "params", sql.params(), "pks", table.keyColumns(),
        "pk_values", keys);
    return Map.of("url_vars", Map.of("database", scope.database(), "table", table.name(), "pks",
        keys.stream().map(Tilde::encode).collect(Collectors.joining(",")), "format", "json"), "resolved", resolved);
  }

  /// Tables that refer to this row, how many of their rows do, and the link to those.
  public List<Map<String, Object>> foreignKeyTables() {
    if (keys.size() != 1 || table.incoming().isEmpty()) {
      return List.of();
    }
    var counts = table.incoming()
        .stream()
        .map(k -> "(select count(*) from " + Sql.name(k.otherTable()) + " where " + Sql.name(k.otherColumn()) + "=:id)")
        .collect(Collectors.joining(", "));
    try {
      var row = scope.session()
          .read(new Sql("select " + counts, Map.of("id", keys.getFirst())), scope.limits())
          .rows()
          .getFirst();
      return describe(row);
    } catch (SqlFailure e) {
      if (e.kind() != SqlFailure.Kind.INTERRUPTED) {
        throw e;
      }
      return List.of();
    }
  }

  private List<Map<String, Object>> describe(@Nullable Object[] counts) {
    var all = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < counts.length; i++) {
      var key = table.incoming().get(i);
      var described = new LinkedHashMap<>(key.toMap());
      described.put("count", counts[i] == null ? 0 : counts[i]);
      var filter = key.otherColumn().startsWith("_") ? key.otherColumn() + "__exact" : key.otherColumn();
      described.put("link", cost.call()
          .link("/" + Tilde.encode(scope.database()) + "/" + Tilde.encode(key
              .otherTable()) + new Args(List.of(new Args.Arg(filter, keys.getFirst()))).toQuery()));
      all.add(described);
    }
    return all;
  }
}
