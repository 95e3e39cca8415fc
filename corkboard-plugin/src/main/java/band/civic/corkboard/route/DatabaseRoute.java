package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.Counts;
import band.civic.corkboard.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One database: its tables, views and queries.
final class DatabaseRoute {
  private static final int SHOWN_QUERIES = 5;

  private final Visit visit;
  private final Visit.Opened opened;

  DatabaseRoute(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  Answer answer(Optional<String> format) {
    if (format.filter("db"::equals).isPresent()) {
      return download();
    }
    if (visit.call().args().find("sql").filter(s -> !s.isBlank()).isPresent()) {
      var path = "/" + Tilde.encode(opened.file().name()) + "/-/query" + format.map(f -> "." + f).orElse("");
      return Answer.redirect(visit.call().link(path) + visit.call().args().toQuery());
    }
    return switch (format.orElse("html")) {
      case "json" -> Answer.json(data());
      case "html" -> new DatabaseHtml(visit, opened).answer();
      default -> throw Failure.notFound("Invalid format: " + format.orElse(""));
    };
  }

  /// What the database holds, as the API gives it.
  Map<String, @Nullable Object> data() {
    var scope = opened.scope();
    var name = opened.file().name();
    var tables = tables(opened);
    var queries = queries(visit, name);
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("ok", true);
    data.put("database", name);
    data.put("private", false);
    data.put("path", visit.call().link("/" + Tilde.encode(name)));
    data.put("size", scope.session().version().size());
    data.put("tables", tables);
    data.put("hidden_count", tables.stream().filter(t -> Boolean.TRUE.equals(t.get("hidden"))).count());
    data.put("views", views(opened));
    data.put("queries", queries.stream().limit(SHOWN_QUERIES).map(DatabaseRoute::describe).toList());
    data.put("queries_more", queries.size() > SHOWN_QUERIES);
    data.put("queries_count", queries.size());
    boolean sql = scope.config().allowsSql(name);
    data.put("allow_execute_sql", sql);
    data.put("table_columns", sql ? columns() : Map.of());
    data.put("metadata", scope.config().metadata(name));
    return data;
  }

  static Map<String, Object> describe(StoredQuery query) {
    var described = query.toMap();
    described.put("private", false);
    return described;
  }

  /// The tables that anybody may see, hidden ones last.
  static List<Map<String, Object>> tables(Visit.Opened opened) {
    var scope = opened.scope();
    Counts.ofAll(scope, scope.schema().tables());
    return scope.schema()
        .tables()
        .stream()
        .filter(t -> scope.config().showsTable(scope.database(), t.name()))
        .map(t -> describe(opened, t))
        .sorted(Comparator.<Map<String, Object>, Boolean>comparing(t -> Boolean.TRUE.equals(t.get("hidden")))
            .thenComparing(t -> String.valueOf(t.get("name"))))
        .toList();
  }

  private static Map<String, Object> describe(Visit.Opened opened, Table table) {
    var count = Counts.of(opened.scope(), table);
    var described = new LinkedHashMap<String, Object>();
    described.put("name", table.name());
    described.put("columns", table.columnNames());
    described.put("primary_keys", table.primaryKeys());
    described.put("count", count.rows());
    described.put("count_truncated", count.truncated());
    described.put("hidden", opened.scope().isHidden(table));
    described.put("fts_table", table.ftsTable());
    described.put("foreign_keys", Map.of("incoming", table.incoming(), "outgoing", table.outgoing()));
    described.put("private", false);
    return described;
  }

  static List<Map<String, Object>> views(Visit.Opened opened) {
    var scope = opened.scope();
    return scope.schema()
        .views()
        .stream()
        .map(Table::name)
        .filter(v -> scope.config().showsTable(scope.database(), v))
        .map(v -> Map.<String, Object>of("name", v, "private", false))
        .toList();
  }

  static List<StoredQuery> queries(Visit visit, String database) {
    var config = visit.instance().config();
    return config.queries(database)
        .stream()
        .filter(config::showsQuery)
        .sorted(Comparator.comparing(StoredQuery::name))
        .toList();
  }

  private Map<String, List<String>> columns() {
    var all = new LinkedHashMap<String, List<String>>();
    opened.scope().schema().tables().forEach(t -> all.put(t.name(), t.columnNames()));
    opened.scope().schema().views().forEach(t -> all.put(t.name(), t.columnNames()));
    return all;
  }

  private Answer download() {
    var file = opened.file();
    if (!file.immutable() || !visit.instance().config().settings().flag("allow_download")) {
      throw Failure.forbidden("Database download is forbidden");
    }
    var etag = "\"" + FileHash.of(opened.scope().session(), file.file()) + "\"";
    if (visit.call().header("if-none-match").filter(etag::equals).isPresent()) {
      return Answer.notModified().with("etag", etag);
    }
    return Answer.stream("application/octet-stream", out -> Files.copy(file.file(), out))
        .with("etag", etag)
        .with("content-length", Long.toString(size(file)))
        .with(
            "content-disposition", "attachment; filename=\"" + Tilde.encode(file.name()) + ".db\"");
  }

  /// The file's size, for lists.
  static long size(DatabaseFile file) {
    try {
      return Files.size(file.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
