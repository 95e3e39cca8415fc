package band.civic.corkboard.query;

import band.civic.corkboard.http.Args.Arg;
import band.civic.corkboard.schema.Column;
import band.civic.corkboard.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The extra blocks of a table page.
public final class TableExtras {
  private final TableCall call;
  private final TableRows rows;
  private final TablePlan plan;
  private @Nullable Map<String, Object> facets;

  private TableExtras(TableCall call, TableRows rows) {
    this.call = call;
    this.rows = rows;
    this.plan = rows.plan().plan;
  }

  /// What `?_extra=` may ask of that page.
  public static ExtraBlocks of(TableCall call, TableRows rows) {
    var extras = new TableExtras(call, rows);
    var blocks = new ExtraBlocks(call.call());
    extras.addCounts(blocks);
    extras.addFacets(blocks);
    extras.addShape(blocks);
    addAbout(blocks, call.scope(), call.table());
    extras.addPage(blocks);
    return blocks;
  }

  private void addCounts(ExtraBlocks to) {
    to.add("count", "Total count of rows matching these filters", () -> count().flatMap(Counts.Count::rows))
        .add("count_truncated", "True if there are at least that many rows",
            () -> count().map(Counts.Count::truncated).orElse(false))
        .add("count_sql", "SQL query used to calculate the total count", plan::countSql);
  }

  private Optional<Counts.Count> count() {
    return call.args().has("_nocount") ? Optional.empty() : Optional.of(Counts.of(plan));
  }

  private void addFacets(ExtraBlocks to) {
    to.add("facet_results", "Results of facets calculated against this data", this::facets)
        .add("facets_timed_out", "Facet calculations that timed out", () -> facets().get("timed_out"))
        .add("sorted_facet_results", "Facet results sorted for display", () -> Facets.sorted(call, facets()))
        .add("suggested_facets", "Suggestions for facets that might return interesting results",
            () -> Suggestions.of(plan));
  }

  private Map<String, Object> facets() {
    if (facets == null) {
      facets = Facets.of(plan);
    }
    return facets;
  }

  private void addShape(ExtraBlocks to) {
    to.add("human_description_en", "Human-readable description of the filters", this::words)
        .add("columns", "Column names returned by this query", rows::columns)
        .add("all_columns", "All columns in the table, regardless of _col/_nocol filtering",
            call.table()::columnNames)
        .add("display_columns", "Column metadata used by the HTML table display", this::displayColumns)
        .add("query", "Details of the underlying SQL query", this::query)
        .add("debug", "Extra debug information", this::debug)
        .add("render_cell", "Rendered HTML for each cell using the render_cell plugin hook",
            () -> new RenderedCells(rows.columns(), call.config().columnTypes()).of(rows.rows()))
        .addUnlisted("next_url",
            () -> rows.nextArgs().map(a -> call.call().absolute(call.call().linkWith(a))));
  }

  private String words() {
    return java.util.stream.Stream.of(plan.filters().words(), plan.order().words())
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private Map<String, Object> query() {
    var shown = plan.shownSql();
    return Map.of("sql", shown.text().strip(), "params", shown.params());
  }

  private Map<String, @Nullable Object> debug() {
    var debug = new LinkedHashMap<String, @Nullable Object>();
    debug.put("url_vars", Map.of("database", call.scope().database(), "table", call.table().name(), "format", "json"));
    debug.put("resolved", call.table().name());
    debug.put("nofacet", call.args().find("_nofacet"));
    debug.put("nosuggest", call.args().find("_nosuggest"));
    return debug;
  }

  private List<Map<String, @Nullable Object>> displayColumns() {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    var sortable = call.config().sortableColumns().orElseGet(call.table()::columnNames);
    var keys = call.table().keyColumns();
    for (var name : rows.columns()) {
      var column = call.table().findColumn(name);
      var shown = new LinkedHashMap<String, @Nullable Object>();
      shown.put("name", name);
      shown.put("sortable", sortable.contains(name) || name.equals("rowid"));
      shown.put("is_pk", keys.contains(name));
      shown.put("type", column.map(Column::type).orElse("integer"));
      shown.put("notnull", column.filter(Column::notNull).isPresent() ? 1 : 0);
      shown.put("description", descriptions(call.scope(), call.table()).get(name));
      shown.put("column_type", call.config().columnTypes().get(name));
      shown.put("column_type_config", null);
      all.add(shown);
    }
    return all;
  }

  private void addPage(ExtraBlocks to) {
    to.add("renderers", "Alternative output renderers available for this table", this::renderers)
        .add("custom_table_templates", "Custom template names considered for this table", this::templates)
        .add("table_definition", "SQL definition for this table",
            () -> call.table().isView() ? null : call.table().traits().definition())
        .add("view_definition", "SQL definition for this view",
            () -> call.table().isView() ? call.table().traits().definition() : null)
        .add("is_view", "Whether this resource is a view instead of a table", call.table()::isView)
        .add("expandable_columns", "Foreign key columns that can be expanded with labels", this::expandable)
        .add("set_column_type_ui", "Column type UI metadata for this table", () -> null)
        .add("form_hidden_args", "Hidden form arguments used by the HTML table interface", this::hiddenArgs);
  }

  private Map<String, String> renderers() {
    var json = call.call().linkAs("json", call.args());
    var labels = call.table().outgoing().isEmpty() ? "" : (json.indexOf('?') < 0 ? "?" : "&") + "_labels=on";
    return Map.of("json", json + labels);
  }

  private List<String> templates() {
    var name = call.scope().database() + "-" + call.table().name();
    return List.of("_table-" + name + ".html", "_table-table-" + name + ".html", "_table.html");
  }

  private List<List<@Nullable Object>> expandable() {
    var all = new ArrayList<List<@Nullable Object>>();
    for (var key : call.table().outgoing()) {
      var map = new LinkedHashMap<String, Object>();
      map.put("column", key.column());
      map.put("other_table", key.otherTable());
      map.put("other_column", key.otherColumn());
      var pair = new ArrayList<@Nullable Object>();
      pair.add(map);
      pair.add(call.scope().schema().find(key.otherTable()).flatMap(call.scope()::labelColumn).orElse(null));
      all.add(pair);
    }
    return all;
  }

  private List<List<String>> hiddenArgs() {
    var visible = List.of("_sort", "_sort_desc", "_search", "_next");
    return call.args()
        .pairs()
        .stream()
        .filter(p -> p.key().startsWith("_") && !visible.contains(p.key()) && !p.key().contains("__"))
        .map((Arg p) -> List.of(p.key(), p.value()))
        .toList();
  }

  /// The blocks that rows and tables share.
  static void addAbout(ExtraBlocks to, Scope scope, Table table) {
    to.add("primary_keys", "Primary keys for this table", table::primaryKeys)
        .add("column_details", "SQLite schema details for columns in this table", () -> details(table))
        .add("column_types", "Column type assignments for this table", () -> types(scope, table))
        .add("metadata", "Metadata about the table, database or stored query",
            () -> scope.config().metadata(scope.database(), table.name()))
        .add("database", "Database name", scope::database)
        .add("table", "Table name", table::name)
        .add("database_color", "Color assigned to the database", () -> Colour.of(scope.database()))
        .add("private", "Whether this resource is private to the current actor", () -> false);
  }

  private static Map<String, Object> types(Scope scope, Table table) {
    var types = new LinkedHashMap<String, Object>();
    scope.config(table).columnTypes().forEach((column, type) -> {
      var described = new LinkedHashMap<String, @Nullable Object>();
      described.put("type", type instanceof Map<?, ?> map ? map.get("type") : type);
      described.put("config", type instanceof Map<?, ?> map ? map.get("config") : null);
      types.put(column, described);
    });
    return types;
  }

  private static Map<String, ?> descriptions(Scope scope, Table table) {
    return scope.config().metadata(scope.database(), table.name()).get("columns") instanceof Map<?, ?> columns
        ? columns.entrySet()
            .stream()
            .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
        : Map.of();
  }

  private static Map<String, Object> details(Table table) {
    var all = new LinkedHashMap<String, Object>();
    for (var column : table.columns()) {
      var details = new LinkedHashMap<String, Object>();
      details.put("type", column.type());
      details.put("sqlite_type", column.affinity());
      details.put("notnull", column.notNull());
      details.put("default", column.fallback());
      details.put("is_pk", column.keyPosition() > 0);
      details.put("pk_position", column.keyPosition());
      details.put("hidden", column.hidden());
      all.put(column.name(), details);
    }
    return all;
  }
}
