package band.civic.corkboard.query;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.sqlite.Sql;
import java.util.Optional;
import java.util.stream.Collectors;

/// How rows are sorted: by one column or by the key; the key breaks ties.
///
/// @param column the column asked for or configured
/// @param descending true for the largest first
public record Order(Optional<String> column, boolean descending) {

  static Order of(TableCall call) {
    var up = call.args().findFilled("_sort");
    var down = call.args().findFilled("_sort_desc");
    if (up.isEmpty() && down.isEmpty()) {
      up = call.config().sort();
      down = call.config().sortDesc();
    }
    if (up.isPresent() && down.isPresent()) {
      throw Failure.badRequest("Cannot use _sort and _sort_desc at the same time");
    }
    up.or(() -> Optional.empty()).ifPresent(c -> check(call, c));
    down.ifPresent(c -> check(call, c));
    return new Order(up.isPresent() ? up : down, down.isPresent());
  }

  private static void check(TableCall call, String column) {
    boolean rowid = call.table().usesRowid() && column.equals("rowid");
    if (!rowid && !call.config().sortableColumns().orElseGet(call.table()::columnNames).contains(column)) {
      throw Failure.badRequest("Cannot sort table by " + column);
    }
  }

  /// `order by a desc, pk`, or nothing for a view that nobody sorts.
  String sql(TableCall call) {
    var keys = call.table()
        .keyColumns()
        .stream()
        .filter(k -> !Optional.of(k).equals(column))
        .map(Sql::name)
        .collect(Collectors.joining(", "));
    if (call.table().isView()) {
      keys = "";
    }
    var first = column.map(c -> Sql.name(c) + (descending ? " desc" : "")).orElse("");
    var both = first + (first.isEmpty() || keys.isEmpty() ? "" : ", ") + keys;
    return both.isEmpty() ? "" : "order by " + both;
  }

  /// ` sorted by a descending`, for people.
  String words() {
    return column.map(c -> "sorted by " + c + (descending ? " descending" : "")).orElse("");
  }
}
