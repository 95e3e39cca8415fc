package band.civic.corkboard.query;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import band.civic.corkboard.sqlite.SqlGuard;
import band.civic.corkboard.sqlite.SqlScan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question in SQL: somebody's own, or a stored one. Values of parameters come from the query string, as text; what
/// is missing is blank.
///
/// @param scope the database
/// @param call the request
/// @param stored the stored query, unless the SQL is the reader's own
/// @param sql the statement with its values
public record QueryCall(Scope scope, Call call, Optional<StoredQuery> stored, Sql sql) {

  /// The reader's own SQL, checked.
  public static QueryCall custom(Scope scope, Call call, String sql) {
    SqlGuard.check(sql);
    return new QueryCall(scope, call, Optional.empty(), new Sql(sql, params(call.args(), sql, List.of())));
  }

  public static QueryCall stored(Scope scope, Call call, StoredQuery query) {
    if (query.isWrite()) {
      throw Failure.forbidden("This query writes; databases are only read here");
    }
    var params = params(call.args(), query.sql(), query.parameters());
    for (var name : SqlScan.scan(query.sql()).names()) {
      Magic.find(name, call).ifPresent(v -> params.put(name, v));
    }
    return new QueryCall(scope, call, Optional.of(query), new Sql(query.sql(), params));
  }

  private static Map<String, @Nullable Object> params(Args args, String sql, List<String> declared) {
    var params = new LinkedHashMap<String, @Nullable Object>();
    args.without("sql").keys().forEach(k -> params.put(k, args.find(k).orElse("")));
    declared.forEach(n -> params.putIfAbsent(n, ""));
    SqlScan.scan(sql).names().stream().filter(n -> !n.startsWith("_")).forEach(n -> params.putIfAbsent(n, ""));
    return params;
  }

  /// The values of the statement's own parameters.
  public Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    var names = stored.map(StoredQuery::parameters).orElseGet(() -> List.copyOf(SqlScan.scan(sql.text()).names()));
    names.stream().filter(n -> !n.startsWith("_")).forEach(n -> values.put(n, call.args().find(n).orElse("")));
    return values;
  }

  /// The same question at another session of the database.
  public QueryCall in(Scope other) {
    return new QueryCall(other, call, stored, sql);
  }

  /// At most `max_returned_rows` rows.
  public Rows rows() {
    return rows(limits());
  }

  public Limits limits() {
    return call.args()
        .findFilled("_timelimit")
        .map(ms -> scope.limits().within(TableCall.number("_timelimit", ms)))
        .orElseGet(scope::limits);
  }

  private Rows rows(Limits limits) {
    try {
      return scope.session().read(sql, limits);
    } catch (SqlFailure e) {
      throw readable(e);
    }
  }

  /// What a reader is told of a statement that failed.
  public static RuntimeException readable(SqlFailure e) {
    return switch (e.kind()) {
      case STATEMENT -> Failure.sql(e.text());
      case INTERRUPTED -> Failure.sql(TOO_LONG);
      case DAMAGED -> e;
    };
  }

  /// What a reader is told of a statement that was stopped.
  public static final String TOO_LONG = "SQL query took too long. The time limit is controlled by the "
      + "sql_time_limit_ms setting.";

  /// What `?_extra=` may ask of a query.
  public ExtraBlocks extras(Rows rows) {
    return new ExtraBlocks(call).add("columns", "Column names returned by this query", rows::columns)
        .add("query", "Details of the underlying SQL query", () -> Map.of("sql", sql.text(), "params", values()))
        .add("debug", "Extra debug information",
            () -> Map.of("url_vars", Map.of("database", scope.database(), "format", "json")))
        .add("render_cell", "Rendered HTML for each cell using the render_cell plugin hook",
            () -> rows.rows().stream().map(r -> Map.of()).toList())
        .add("metadata", "Metadata about the table, database or stored query",
            () -> stored.map(StoredQuery::toMap).orElse(Map.of()))
        .add("database", "Database name", scope::database)
        .add("database_color", "Color assigned to the database", () -> Colour.of(scope.database()))
        .add("private", "Whether this resource is private to the current actor", () -> false);
  }
}
