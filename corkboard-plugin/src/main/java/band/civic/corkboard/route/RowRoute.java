package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.RowCall;
import band.civic.corkboard.render.Grid;
import band.civic.corkboard.render.Shapes;
import band.civic.corkboard.schema.Table;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row.
final class RowRoute {
  private final Visit visit;
  private final RowCall row;

  RowRoute(Visit visit, Visit.Opened opened, Table table, String key) {
    this.visit = visit;
    this.row = RowCall.read(opened.scope(), table, Tilde.parts(key), visit.call());
  }

  Answer answer(Optional<String> format) {
    var chosen = format.or(() -> visit.call().args().findFilled("_format")).orElse("html");
    return TableRoute.cached(switch (chosen) {
      case "json", "html" -> json();
      case "blob" -> blob(visit.call().args());
      default -> throw Failure.notFound("Invalid format: " + chosen);
    }, visit);
  }

  private Answer json() {
    var blocks = row.extras();
    var names = blocks.requested();
    var around = new LinkedHashMap<String, @Nullable Object>();
    around.put("ok", true);
    around.put("database", row.scope().database());
    around.put("table", row.table().name());
    around.put("rows", null);
    around.put("primary_keys", row.table().primaryKeys());
    around.put("primary_key_values", row.keys());
    around.put("query_ms", row.millis());
    around.put("truncated", false);
    blocks.addTo(around, names);
    return Shapes.answer(visit.call().args(),
        new Grid(row.columns(), row.rows(), Optional.of(row.table().primaryKeys())), around);
  }

  private Answer blob(Args args) {
    var column = args.find("_blob_column").orElseThrow(() -> Failure.badRequest("?_blob_column= is required"));
    int at = row.columns().indexOf(column);
    if (at < 0) {
      throw Failure.badRequest(column + " is not a valid column");
    }
    return Blobs.answer(row.rows().getFirst()[at],
        row.table().name() + "-" + String.join(",", row.keys()) + "-" + column);
  }
}
