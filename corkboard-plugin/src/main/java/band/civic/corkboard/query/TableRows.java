package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of one table page.
///
/// @param columns the columns shown
/// @param rows their values; foreign keys may be [Labelled]
/// @param expanded the columns whose values have labels
/// @param next the token of the next page
/// @param plan how they were asked for
public record TableRows(List<String> columns, List<@Nullable Object[]> rows, List<String> expanded,
    Optional<String> next, Plan plan) {

  /// How rows were asked for, for those who need to ask more of the same.
  public static final class Plan {
    final TablePlan plan;

    Plan(TablePlan plan) {
      this.plan = plan;
    }
  }

  /// Reads the page that was asked for.
  ///
  /// @param labels true when foreign keys get labels unless the request says otherwise
  public static TableRows read(TableCall call, boolean labels) {
    var plan = TablePlan.of(call);
    var found = call.scope().session().read(plan.pageSql(), call.limits().withRows(plan.size() + 1));
    boolean more = plan.size() > 0 && found.rows().size() > plan.size();
    var rows = found.rows().subList(0, Math.min(found.rows().size(), plan.size()));
    Optional<String> next = more ? Optional.of(token(plan, rows.getLast())) : Optional.empty();
    var cut = cut(rows, plan.columns().size());
    var expanded = expanded(call, plan, labels);
    new Labels(call.scope()).expand(call.table(), plan.columns()
        .stream()
        .map(c -> expanded.contains(c) ? c : "")
        .toList(), cut);
    return new TableRows(plan.columns(), cut, expanded, next, new Plan(plan));
  }

  private static List<@Nullable Object[]> cut(List<@Nullable Object[]> rows, int shown) {
    var cut = new ArrayList<@Nullable Object[]>(rows.size());
    for (var row : rows) {
      cut.add(row.length == shown ? row : Arrays.copyOf(row, shown));
    }
    return cut;
  }

  private static String token(TablePlan plan, @Nullable Object[] last) {
    var call = plan.call();
    if (call.table().isView()) {
      return Integer.toString(plan.next().map(TablePlan::viewOffset).orElse(0) + plan.size());
    }
    var read = plan.readColumns();
    var sort = plan.order()
        .column()
        .map(c -> new @Nullable Object[]{last[read.indexOf(c)]})
        .orElse(new @Nullable Object[0]);
    var keys = call.table().keyColumns().stream().map(c -> last[read.indexOf(c)]).toArray();
    return Keyset.token(call, sort, keys, plan.order());
  }

  static List<String> expanded(TableCall call, TablePlan plan, boolean labels) {
    var chosen = call.args().all("_label");
    boolean all = call.args().isOn("_labels") || (labels && !call.args().isOff("_labels"));
    return call.table()
        .outgoing()
        .stream()
        .map(k -> k.column())
        .distinct()
        .filter(c -> chosen.isEmpty() ? all : chosen.contains(c))
        .filter(plan.columns()::contains)
        .toList();
  }

  /// The arguments that give the next page.
  public Optional<Args> nextArgs() {
    return next.map(plan.plan::nextArgs);
  }

  /// How the rows are sorted.
  public Order order() {
    return plan.plan.order();
  }

  /// The column filters that hold.
  public List<Filters.Selection> selections() {
    return Filters.selections(plan.plan.call().args());
  }
}
