package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a table page is going to ask: columns, conditions, order, place and size.
final class TablePlan {
  private final TableCall call;
  private final List<String> columns;
  private final Conditions filters;
  private final Order order;
  private final int size;

  private TablePlan(TableCall call) {
    this.call = call;
    this.columns = columns(call);
    this.filters = Filters.of(call);
    this.order = Order.of(call);
    this.size = size(call);
  }

  static TablePlan of(TableCall call) {
    return new TablePlan(call);
  }

  TableCall call() {
    return call;
  }

  /// The columns that are shown; `rowid` first where it is the key.
  List<String> columns() {
    return columns;
  }

  /// The conditions without the place.
  Conditions filters() {
    return filters;
  }

  Order order() {
    return order;
  }

  int size() {
    return size;
  }

  private static List<String> columns(TableCall call) {
    var table = call.table();
    var wanted = new LinkedHashSet<String>(table.usesRowid() ? List.of("rowid") : List.of());
    var chosen = call.args().all("_col");
    check(table, "_col", chosen);
    wanted.addAll(chosen.isEmpty() ? table.columnNames() : table.primaryKeys());
    wanted.addAll(chosen);
    var unwanted = call.args().all("_nocol");
    check(table, "_nocol", unwanted);
    wanted.removeIf(c -> unwanted.contains(c) && !table.keyColumns().contains(c));
    return List.copyOf(wanted);
  }

  private static void check(Table table, String argument, List<String> columns) {
    var unknown = columns.stream()
        .filter(c -> table.findColumn(c).isEmpty() && !(table.usesRowid() && c.equals("rowid")))
        .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw Failure.badRequest(argument + "=" + unknown + " - invalid columns");
    }
  }

  private static int size(TableCall call) {
    int most = call.scope().settings().number("max_returned_rows");
    var asked = call.args().findFilled("_size").or(call.config()::size);
    if (asked.isEmpty()) {
      return Math.min(most, call.scope().settings().number("default_page_size"));
    }
    return size(asked.get(), most);
  }

  private static int size(String asked, int most) {
    if (asked.equals("max")) {
      return most;
    }
    if (!asked.matches("\\d{1,9}")) {
      throw Failure.badRequest("_size must be a positive integer");
    }
    int size = Integer.parseInt(asked);
    if (size > most) {
      throw Failure.badRequest("_size must be <= " + most);
    }
    return size;
  }

  private String table() {
    return Sql.name(call.table().name());
  }

  /// `from t where … `.
  String from() {
    return "from " + table() + " " + filters.where();
  }

  String countSql() {
    return "select count(*) " + from();
  }

  /// The page as a person would write it: with the place, the order and one row more than the page holds.
  Sql shownSql() {
    var conditions = placed();
    return new Sql("select " + list(columns) + " from " + table() + " " + conditions.where() + orderBy() + "limit "
        + (size + 1) + offset(), conditions.params());
  }

  /// The page as it is asked: columns that the paging token needs are added at the end, and when rows are sorted by a
  /// column only their ids are sorted, before the wide rows are read.
  Sql pageSql() {
    var conditions = placed();
    var end = conditions.where() + orderBy() + "limit " + (size + 1) + offset();
    var all = list(readColumns());
    if (order.column().isPresent() && sortsIdsFirst()) {
      return new Sql("select " + all + " from " + table() + " where rowid in (select rowid from " + table() + " " + end
          + ") " + orderBy(), conditions.params());
    }
    return new Sql("select " + all + " from " + table() + " " + end, conditions.params());
  }

  /// All rows in order, for streams.
  Sql streamSql() {
    return new Sql("select " + list(readColumns()) + " " + from() + orderBy(), filters.params());
  }

  /// The columns that are read: those shown, then what the token needs besides.
  List<String> readColumns() {
    var all = new ArrayList<>(columns);
    if (!call.table().isView()) {
      order.column().filter(c -> !all.contains(c)).ifPresent(all::add);
      call.table().keyColumns().stream().filter(c -> !all.contains(c)).forEach(all::add);
    }
    return all;
  }

  private boolean sortsIdsFirst() {
    var table = call.table();
    return !table.isView() && !table.traits().withoutRowid() && table.findColumn("rowid").isEmpty()
        && !table.traits().sql().toUpperCase(java.util.Locale.ROOT).startsWith("CREATE VIRTUAL");
  }

  private Conditions placed() {
    var next = next();
    if (next.isEmpty() || call.table().isView()) {
      return filters;
    }
    var conditions = filters.copy();
    Keyset.apply(conditions, call, order, next.get());
    return conditions;
  }

  private String offset() {
    return call.table().isView() ? next().map(n -> " offset " + viewOffset(n)).orElse("") : "";
  }

  static int viewOffset(String token) {
    if (!token.matches("\\d{1,9}")) {
      throw Failure.badRequest("_next is not a token of this page");
    }
    return Integer.parseInt(token);
  }

  Optional<String> next() {
    return call.args().findFilled("_next");
  }

  private String orderBy() {
    var by = order.sql(call);
    return by.isEmpty() ? "" : by + " ";
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  /// The arguments of the next page.
  Args nextArgs(String token) {
    var args = call.args();
    if (order.column().isPresent() && !call.table().isView()) {
      args = args.without("_sort")
          .without("_sort_desc")
          .with(order.descending() ? "_sort_desc" : "_sort",
              order.column().get());
    }
    return args.replaced("_next", token);
  }
}
