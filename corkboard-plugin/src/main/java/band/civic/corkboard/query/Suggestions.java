package band.civic.corkboard.query;

import band.civic.corkboard.http.Json;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facets that might be worth a look, worked out from the first thousand rows. A table wider than sixty columns gets
/// none: the work would cost more than the page.
final class Suggestions {
  private static final int CONSIDERED = 1_000;
  private static final int WIDEST = 60;

  private final TablePlan plan;
  private final TableCall call;
  private final List<Map<String, Object>> found = new ArrayList<>();

  private Suggestions(TablePlan plan) {
    this.plan = plan;
    this.call = plan.call();
  }

  static List<Map<String, Object>> of(TablePlan plan) {
    var suggestions = new Suggestions(plan);
    if (suggestions.isWanted()) {
      for (var kind : FacetKind.values()) {
        suggestions.suggest(kind);
      }
    }
    return suggestions.found;
  }

  private boolean isWanted() {
    var args = call.args();
    return call.scope().settings().flag("suggest_facets") && call.scope().settings().flag("allow_facet")
        && !args.has("_next") && !args.has("_nofacet") && !args.has("_nosuggest")
        && call.table().columns().size() <= WIDEST;
  }

  private void suggest(FacetKind kind) {
    var enabled = Facets.wanted(call).stream().filter(w -> w.kind() == kind).map(Facets.Wanted::column).toList();
    var columns = new ArrayList<>(call.table().usesRowid() ? List.of("rowid") : List.<String>of());
    columns.addAll(call.table().columnNames());
    for (var column : columns) {
      if (!enabled.contains(column) && isUseful(kind, column)) {
        add(kind, column);
      }
    }
  }

  private void add(FacetKind kind, String column) {
    var suggestion = new LinkedHashMap<String, Object>();
    suggestion.put("name", column);
    if (kind != FacetKind.COLUMN) {
      suggestion.put("type", kind.key());
    }
    suggestion.put("toggle_url", call.call().absolute(call.call().linkWith(call.args().with(kind.argument(), column))));
    found.add(suggestion);
  }

  private boolean isUseful(FacetKind kind, String column) {
    var key = "suggest " + kind + " " + column + " " + plan.from() + plan.filters().params();
    return call.scope().session().remember(key, () -> switch (kind) {
      case COLUMN -> hasFewValues(column);
      case DATE -> hasDates(column);
      case ARRAY -> hasArrays(column);
    });
  }

  private boolean hasFewValues(String column) {
    int most = call.scope().settings().number("default_facet_size");
    var rows = read("select v, count(*) as n from (select " + Sql.name(column) + " as v " + plan.from() + "limit "
        + CONSIDERED + ") where v is not null group by v limit " + (most + 1));
    if (rows.isEmpty()) {
      return false;
    }
    int distinct = rows.get().rows().size();
    return distinct > 1 && distinct <= most && distinct < considered()
        && rows.get().rows().stream().anyMatch(r -> r[1] instanceof Number n && n.intValue() > 1);
  }

  private long considered() {
    return call.scope()
        .session()
        .remember("considered " + plan.from() + plan.filters().params(),
            () -> read("select count(*) from (select 1 " + plan.from() + "limit " + CONSIDERED + ")").map(Rows::number)
                .orElse((long) CONSIDERED));
  }

  private boolean hasDates(String column) {
    var name = Sql.name(column);
    return read("select date(v) from (select " + name + " as v " + plan.from() + "limit 100) "
        + "where v glob '????-??-*'").filter(r -> r.rows().stream().anyMatch(v -> v[0] != null)).isPresent();
  }

  private boolean hasArrays(String column) {
    var name = Sql.name(column);
    var kinds = read(
        "select distinct case when v is null then 'null' when json_valid(v) then json_type(v) else 'no' end "
            + "from (select " + name + " as v " + plan.from() + ")");
    if (kinds.isEmpty() || kinds.get().rows().isEmpty()
        || !kinds.get().rows().stream().allMatch(r -> "array".equals(r[0]) || "null".equals(r[0]))) {
      return false;
    }
    var filled = read("select v from (select " + name + " as v " + plan.from()
        + ") where v is not null and json_array_length(v) > 0 limit 100");
    return filled.filter(r -> !r.rows().isEmpty() && r.rows().stream().allMatch(v -> isTexts(String.valueOf(v[0]))))
        .isPresent();
  }

  private static boolean isTexts(String json) {
    return Json.parse(json)
        .map(Json.Parsed::value)
        .filter(List.class::isInstance)
        .map(v -> (List<?>) v)
        .filter(items -> items.stream().allMatch(String.class::isInstance))
        .isPresent();
  }

  private Optional<Rows> read(String sql) {
    var limits = new Limits(1_000, call.scope().settings().number("facet_suggest_time_limit_ms"));
    try {
      return Optional.of(call.scope().session().read(new Sql(sql, plan.filters().params()), limits));
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
