package band.civic.corkboard.query;

import static java.util.stream.Collectors.joining;

import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.List;
import java.util.Optional;

/// Counts rows, once for each version of the file and each set of conditions. A count that takes too long gives the
/// number reached, marked as truncated.
public final class Counts {
  private static final long WHOLE_TABLE_MILLIS = 3_000;
  private static final int ENOUGH = 10_000;
  private static final int TOGETHER = 100;

  private Counts() {}

  /// A number of rows.
  ///
  /// @param rows how many; nothing when not even the beginning could be counted in time
  /// @param truncated true when there are at least so many
  public record Count(Optional<Long> rows, boolean truncated) {}

  /// Takes somebody's word for the rows of a table.
  public static void know(Session session, String table, long rows) {
    var _ = session.remember("count " + table, () -> new Count(Optional.of(rows), false));
  }

  /// All rows of a table.
  public static Count of(Scope scope, Table table) {
    var from = "from " + Sql.name(table.name());
    return scope.session()
        .remember("count " + table.name(),
            () -> count(scope, new Sql(from, java.util.Map.of()), new Limits(1, WHOLE_TABLE_MILLIS)));
  }

  /// Counts every table in one statement where that can be done in time, so that a page of a database is one question
  /// instead of a hundred.
  public static void ofAll(Scope scope, List<Table> tables) {
    var _ = scope.session().remember("counts", () -> countAll(scope, tables));
  }

  private static boolean countAll(Scope scope, List<Table> tables) {
    var unknown = tables.stream().filter(t -> !scope.session().remembers("count " + t.name())).toList();
    for (int from = 0; from < unknown.size(); from += TOGETHER) {
      var some = unknown.subList(from, Math.min(unknown.size(), from + TOGETHER));
      var sql = some.stream().map(t -> "select count(*) from " + Sql.name(t.name())).collect(joining(" union all "));
      try {
        var rows = scope.session().read(Sql.of(sql), new Limits(TOGETHER, WHOLE_TABLE_MILLIS / 3)).rows();
        for (int i = 0; i < rows.size(); i++) {
          var count = new Count(rows.get(i)[0] instanceof Number n ? Optional.of(n.longValue()) : Optional.empty(),
              false);
          var _ = scope.session().remember("count " + some.get(i).name(), () -> count);
        }
      } catch (SqlFailure e) {
        if (e.kind() == SqlFailure.Kind.DAMAGED) {
          throw e;
        }
        // each is counted by itself then
      }
    }
    return true;
  }

  /// The rows that match the conditions of a page.
  static Count of(TablePlan plan) {
    var call = plan.call();
    if (plan.filters().isEmpty()) {
      return of(call.scope(), call.table());
    }
    var from = new Sql(plan.from(), plan.filters().params());
    return call.scope().session().remember("count " + from, () -> count(call.scope(), from, call.limits()));
  }

  private static Count count(Scope scope, Sql from, Limits limits) {
    try {
      var all = new Sql("select count(*) " + from.text(), from.params());
      return new Count(Optional.of(scope.session().read(all, limits.withRows(1)).number()), false);
    } catch (SqlFailure e) {
      if (e.kind() != SqlFailure.Kind.INTERRUPTED) {
        throw e;
      }
      return beginning(scope, from, limits);
    }
  }

  private static Count beginning(Scope scope, Sql from, Limits limits) {
    try {
      var some = new Sql("select count(*) from (select 1 " + from.text() + " limit " + ENOUGH + ")", from.params());
      return new Count(Optional.of(scope.session().read(some, limits.withRows(1)).number()), true);
    } catch (SqlFailure e) {
      if (e.kind() != SqlFailure.Kind.INTERRUPTED) {
        throw e;
      }
      return new Count(Optional.empty(), true);
    }
  }
}
