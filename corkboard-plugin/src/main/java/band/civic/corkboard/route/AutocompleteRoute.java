package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Up to ten rows whose key or label holds what was typed; an exact key first, then the shortest label.
final class AutocompleteRoute {
  private static final Limits LIMITS = new Limits(10, 500);

  private final Scope scope;
  private final Table table;
  private final Optional<String> label;

  AutocompleteRoute(Scope scope, Table table) {
    this.scope = scope;
    this.table = table;
    this.label = scope.labelColumn(table);
  }

  /// @param args `q` is what was typed; with `_initial` nothing needs to be, for a list to begin with
  Answer answer(Args args) {
    var typed = args.find("q").orElse("").strip();
    boolean nothing = typed.isEmpty() && args.findFilled("_initial").isEmpty();
    var rows = nothing || table.isView() ? List.of() : find(typed).rows().stream().map(this::describe).toList();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("ok", true);
    answer.put("rows", rows);
    return Answer.json(answer);
  }

  private Rows find(String typed) {
    var escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    var params = Map.<String, @Nullable Object>of("q", typed, "part", "%" + escaped + "%", "start", escaped + "%");
    try {
      return scope.session().read(new Sql(anywhere(), params), LIMITS);
    } catch (SqlFailure e) {
      if (e.kind() != SqlFailure.Kind.INTERRUPTED) {
        throw e;
      }
      return scope.session()
          .read(new Sql(select() + " where " + Sql.name(table.keyColumns().getFirst())
              + " like :start escape '\\' limit 10", params), LIMITS);
    }
  }

  private String select() {
    return "select " + columns().stream().map(Sql::name).collect(Collectors.joining(", ")) + " from "
        + Sql.name(table.name());
  }

  private List<String> columns() {
    var columns = new LinkedHashSet<>(table.keyColumns());
    label.ifPresent(columns::add);
    return List.copyOf(columns);
  }

  private String anywhere() {
    var where = columns().stream()
        .map(c -> Sql.name(c) + " like :part escape '\\'")
        .collect(Collectors.joining(" or "));
    var exact = table.keyColumns().size() == 1 ? Sql.name(table.keyColumns().getFirst()) + " = :q desc, " : "";
    var length = label.map(l -> "length(" + Sql.name(l) + "), ").orElse("");
    var keys = table.keyColumns().stream().map(Sql::name).collect(Collectors.joining(", "));
    return select() + " where " + where + " order by " + exact + length + keys + " limit 10";
  }

  private Map<String, @Nullable Object> describe(@Nullable Object[] row) {
    var columns = columns();
    var keys = new LinkedHashMap<String, @Nullable Object>();
    table.keyColumns().forEach(k -> keys.put(k, row[columns.indexOf(k)]));
    var described = new LinkedHashMap<String, @Nullable Object>();
    described.put("pks", keys);
    label.ifPresent(l -> described.put("label", row[columns.indexOf(l)]));
    return described;
  }
}
