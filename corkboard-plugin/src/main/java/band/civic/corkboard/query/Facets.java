package band.civic.corkboard.query;

import band.civic.corkboard.config.TableConfig.FacetChoice;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts rows by the values of a column, over everything that matches the page's conditions.
final class Facets {
  private static final int WHOLE_TABLE_PATIENCE = 5;

  private final TablePlan plan;
  private final TableCall call;
  private final Map<String, Map<String, Object>> results = new LinkedHashMap<>();
  private final List<String> timedOut = new ArrayList<>();

  /// A facet that is shown.
  ///
  /// @param kind which kind
  /// @param column of which column
  /// @param configured true when it is always shown and cannot be switched off
  record Wanted(FacetKind kind, String column, boolean configured) {}

  private Facets(TablePlan plan) {
    this.plan = plan;
    this.call = plan.call();
  }

  /// `{results: {name: facet}, timed_out: [name]}`.
  static Map<String, Object> of(TablePlan plan) {
    var facets = new Facets(plan);
    if (!plan.call().args().has("_nofacet")) {
      wanted(plan.call()).forEach(facets::add);
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("results", facets.results);
    all.put("timed_out", facets.timedOut);
    return all;
  }

  /// Configured facets first, then those the request asks for, by kind.
  static List<Wanted> wanted(TableCall call) {
    var all = new ArrayList<Wanted>();
    for (var kind : FacetKind.values()) {
      call.config()
          .facets()
          .stream()
          .filter(f -> f.type().equals(kind.key()))
          .map(f -> new Wanted(kind, f.column(), true))
          .forEach(all::add);
      call.args()
          .all(kind.argument())
          .stream()
          .map(Facets::column)
          .map(c -> new Wanted(kind, c, false))
          .filter(w -> all.stream().noneMatch(o -> o.kind == kind && o.column.equals(w.column)))
          .forEach(all::add);
    }
    return all;
  }

  private static String column(String value) {
    if (value.startsWith("{") && Json.parse(value).map(Json.Parsed::value).orElse("") instanceof Map<?, ?> config) {
      return String.valueOf(config.get(config.containsKey("column") ? "column" : "simple"));
    }
    return value;
  }

  private void add(Wanted facet) {
    if (call.table().findColumn(facet.column).isEmpty()
        && !(call.table().usesRowid() && facet.column.equals("rowid"))) {
      throw Failure.badRequest("Cannot facet by unknown column: " + facet.column);
    }
    int size = size();
    // counted once for each version of the file, facets of a whole table may take longer than those of one question
    int patience = plan.filters().isEmpty() ? WHOLE_TABLE_PATIENCE : 1;
    var limits = new Limits(size, (long) patience * call.scope().settings().number("facet_time_limit_ms"));
    try {
      var sql = facet.kind.sql(plan, facet.column, size + 1);
      var rows = call.scope()
          .session()
          .remember("facet " + size + " " + sql,
              () -> call.scope().session().read(sql, limits));
      results.put(name(facet.column), describe(facet, rows));
    } catch (SqlFailure e) {
      if (e.kind() != SqlFailure.Kind.INTERRUPTED) {
        throw e;
      }
      timedOut.add(facet.column);
    }
  }

  /// Two facets of one column get names of their own.
  private String name(String column) {
    var name = column;
    for (int i = 2; results.containsKey(name); i++) {
      name = column + "_" + i;
    }
    return name;
  }

  private int size() {
    int most = call.scope().settings().number("max_returned_rows");
    var asked = call.args()
        .findFilled("_facet_size")
        .filter(s -> s.equals("max") || s.matches("\\d{1,9}"))
        .or(call.config()::facetSize)
        .filter(s -> s.equals("max") || s.matches("\\d{1,9}"));
    int size = asked.map(s -> s.equals("max") ? most : Integer.parseInt(s))
        .orElseGet(() -> call.scope().settings().number("default_facet_size"));
    return Math.min(size, most);
  }

  private Map<String, Object> describe(Wanted facet, Rows rows) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", facet.column);
    described.put("type", facet.kind.key());
    described.put("hideable", !facet.configured);
    described.put("toggle_url", call.call().linkWith(call.args().without(facet.kind.argument(), facet.column)));
    var labels = labels(facet, rows);
    described.put("results", rows.rows().stream().map(r -> result(facet, r, labels)).toList());
    described.put("truncated", rows.truncated());
    return described;
  }

  private Map<Object, @Nullable Object> labels(Wanted facet, Rows rows) {
    if (facet.kind != FacetKind.COLUMN) {
      return Map.of();
    }
    return call.table().findOutgoing(facet.column).map(k -> {
      var values = new ArrayList<@Nullable Object>();
      rows.rows().forEach(r -> values.add(r[0]));
      return new Labels(call.scope()).labels(k, values);
    }).orElse(Map.of());
  }

  private Map<String, @Nullable Object> result(Wanted facet, @Nullable Object[] row,
      Map<Object, @Nullable Object> labels) {
    var value = row[0] == null ? "" : row[0];
    var text = value instanceof byte[] ? "" : Labels.text(value);
    var shown = facet.kind == FacetKind.COLUMN ? value : text;
    var filter = facet.kind.filter(facet.column);
    boolean selected = call.args().all(filter).contains(text);
    var args = call.args().without("_next");
    var toggled = selected ? args.without(filter, text) : args.with(filter, text);
    var result = new LinkedHashMap<String, @Nullable Object>();
    result.put("value", shown);
    result.put("label", labels.containsKey(Labels.same(value)) ? labels.get(Labels.same(value)) : shown);
    result.put("count", row[1]);
    result.put("toggle_url", call.call().absolute(call.call().linkWith(toggled)));
    result.put("selected", selected);
    return result;
  }

  /// The facets as a page shows them: configured ones in their order, then those with most values.
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> sorted(TableCall call, Map<String, Object> found) {
    var order = call.config().facets().stream().map(FacetChoice::column).toList();
    var all = new ArrayList<>(((Map<String, Map<String, Object>>) found.getOrDefault("results", Map.of())).values());
    var configured = new ArrayList<Map<String, Object>>();
    order.stream().distinct().forEach(c -> all.stream().filter(f -> c.equals(f.get("name"))).forEach(configured::add));
    all.removeAll(configured);
    all.sort((a, b) -> {
      int bySize = Integer.compare(sizeOf(b), sizeOf(a));
      return bySize != 0 ? bySize : String.valueOf(b.get("name")).compareTo(String.valueOf(a.get("name")));
    });
    configured.addAll(all);
    return configured;
  }

  private static int sizeOf(Map<String, Object> facet) {
    return facet.get("results") instanceof List<?> results ? results.size() : 0;
  }
}
