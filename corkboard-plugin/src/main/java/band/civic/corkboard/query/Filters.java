package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Args.Arg;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.sqlite.SearchText;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlGuard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the arguments of a table page into conditions: `column=`, `column__op=`, `_where=`, `_through=`, `_search=`.
public final class Filters {
  private final TableCall call;
  private final Conditions conditions = new Conditions();
  private final List<String> first = new ArrayList<>();

  /// One filter as it was asked for.
  ///
  /// @param column column
  /// @param operator how it is compared
  /// @param value with what
  public record Selection(String column, Operator operator, String value) {}

  private Filters(TableCall call) {
    this.call = call;
  }

  static Conditions of(TableCall call) {
    var filters = new Filters(call);
    selections(call.args()).forEach(s -> s.operator.apply(filters.conditions, s.column, s.value));
    filters.addWhere();
    filters.addSearch();
    filters.addThrough();
    filters.conditions.sayFirst(filters.first);
    return filters.conditions;
  }

  /// The column filters, in a stable order. Arguments that start with `_` are something else, unless they name an
  /// operator.
  static List<Selection> selections(Args args) {
    return args.pairs()
        .stream()
        .filter(p -> !p.key().startsWith("_") || p.key().contains("__"))
        .sorted(Comparator.comparing(Arg::key).thenComparing(Arg::value))
        .flatMap(p -> selection(p).stream())
        .toList();
  }

  private static Optional<Selection> selection(Arg pair) {
    int cut = pair.key().lastIndexOf("__");
    if (cut < 0) {
      return Optional.of(new Selection(pair.key(), Operator.EXACT, pair.value()));
    }
    return Operator.find(pair.key().substring(cut + 2))
        .map(o -> new Selection(pair.key().substring(0, cut), o, pair.value()));
  }

  private void addWhere() {
    var wheres = call.args().all("_where");
    if (wheres.isEmpty()) {
      return;
    }
    if (!call.mayUseSql()) {
      throw Failure.forbidden("_where= is not allowed");
    }
    wheres.forEach(SqlGuard::checkFragment);
    wheres.forEach(w -> conditions.require(wheres.size() == 1 && conditions.isEmpty() ? w : "(" + w + "\n)"));
  }

  private void addSearch() {
    var fts = call.args().findFilled("_fts_table").or(call.config()::ftsTable).or(call.table()::ftsTable);
    if (fts.isEmpty()) {
      return;
    }
    var key = call.args().findFilled("_fts_pk").or(call.config()::ftsPk).orElse("rowid");
    var all = call.args().find("_search");
    if (all.isPresent()) {
      all.filter(s -> !(isRaw() ? s.strip() : SearchText.escape(s)).isEmpty())
          .ifPresent(s -> search(fts.get(), key, s));
      return;
    }
    var columns = call.args().keys().stream().filter(k -> k.startsWith("_search_") && !k.contains("__")).toList();
    for (int i = 0; i < columns.size(); i++) {
      searchColumn(fts.get(), columns.get(i), i);
    }
  }

  private void search(String fts, String key, String typed) {
    var table = Sql.name(fts);
    conditions.require(Sql.name(key) + " in (select rowid from " + table + " where " + table + " match "
        + match(conditions.bind("search", typed)) + ")");
    first.add("search matches \"" + typed + "\"");
  }

  private void searchColumn(String fts, String argument, int index) {
    var column = argument.substring("_search_".length());
    var typed = call.args().find(argument).orElse("");
    var known = call.scope().schema().find(fts);
    if (known.isEmpty() || known.get().findColumn(column).isEmpty()) {
      throw Failure.badRequest("Cannot search by that column");
    }
    conditions.require("rowid in (select rowid from " + Sql.name(fts) + " where " + Sql.name(column) + " match "
        + match(conditions.bind("search_" + index, typed)) + ")");
    first.add("search column \"" + column + "\" matches \"" + typed + "\"");
  }

  private String match(String parameter) {
    return isRaw() ? parameter : "escape_fts(" + parameter + ")";
  }

  private boolean isRaw() {
    return call.args().find("_searchmode").map("raw"::equals).orElseGet(call.config()::isRawSearch);
  }

  private void addThrough() {
    for (var json : call.args().all("_through")) {
      var asked = Json.parse(json)
          .map(Json.Parsed::value)
          .filter(Map.class::isInstance)
          .map(v -> (Map<?, ?>) v)
          .orElseThrow(() -> Failure.badRequest("_through must be a JSON object"));
      through(text(asked, "table"), text(asked, "column"), asked.get("value"));
    }
  }

  private void through(String table, String column, @Nullable Object value) {
    var link = call.scope()
        .schema()
        .find(table)
        .stream()
        .flatMap(t -> t.outgoing().stream())
        .filter(k -> k.otherTable().equals(call.table().name()))
        .findFirst()
        .orElseThrow(() -> Failure.badRequest("Invalid _through - could not find corresponding foreign key"));
    conditions.require(Sql.name(link.otherColumn()) + " in (select " + Sql.name(link.column()) + " from "
        + Sql.name(table) + " where " + Sql.name(column) + " = " + conditions.bind(String.valueOf(value)) + ")");
    first.add(table + "." + column + " = \"" + value + "\"");
  }

  private static String text(Map<?, ?> asked, String key) {
    if (asked.get(key) instanceof String text && asked.containsKey("value")) {
      return text;
    }
    throw Failure.badRequest("_through must have the keys table, column and value");
  }
}
