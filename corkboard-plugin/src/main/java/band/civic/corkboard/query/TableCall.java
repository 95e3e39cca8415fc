package band.civic.corkboard.query;

import band.civic.corkboard.config.TableConfig;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;

/// A request for rows of one table or view.
///
/// @param scope the database
/// @param table the table or view
/// @param call the request
public record TableCall(Scope scope, Table table, Call call) {

  public Args args() {
    return call.args();
  }

  public TableConfig config() {
    return scope.config(table);
  }

  /// The ordinary limits, or a shorter time when `_timelimit` asks for one.
  public Limits limits() {
    return args().findFilled("_timelimit")
        .map(ms -> scope.limits().within(number("_timelimit", ms)))
        .orElseGet(scope::limits);
  }

  /// An argument that must be a whole number.
  public static int number(String name, String value) {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw Failure.badRequest(name + " must be a number");
    }
  }

  public boolean mayUseSql() {
    return scope.config().allowsSql(scope.database());
  }
}
