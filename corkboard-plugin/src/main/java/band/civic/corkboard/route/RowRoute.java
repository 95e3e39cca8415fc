package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Cell;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.PageLinks;
import band.civic.corkboard.page.RowPage;
import band.civic.corkboard.page.generated.JterowGenerated;
import band.civic.corkboard.query.RowCall;
import band.civic.corkboard.render.Grid;
import band.civic.corkboard.render.Shapes;
import band.civic.corkboard.schema.Table;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      case "json" -> json();
      case "html" -> html();
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
    around.put("primary_keys", row.table().keyColumns());
    around.put("primary_key_values", row.keys());
    around.put("query_ms", row.millis());
    around.put("truncated", false);
    blocks.addTo(around, names);
    return Shapes.answer(visit.call().args(),
        new Grid(row.columns(), row.rows(), Optional.of(row.table().primaryKeys())), around);
  }

  private Answer html() {
    row.extras().requested();
    var database = row.scope().database();
    var call = visit.call();
    var path = Optional.of(call.link(call.path()));
    var place = new Cell.Place(call, database, Optional.of(row.table()), 0);
    var labelled = row.withLabels();
    var descriptions = visit.instance().config().metadata(database, row.table().name()).get("columns");
    var links = PageLinks.ofTable(row.scope(), call.link("/" + Tilde.encode(database)));
    var fields = new ArrayList<RowPage.Field>();
    for (int i = 0; i < row.columns().size(); i++) {
      var column = row.columns().get(i);
      var about = descriptions instanceof Map<?, ?> all && all.get(column) instanceof String text ? text : "";
      fields.add(new RowPage.Field(column, about,
          links.link(place.cell(column, labelled[i], path), column, row.columns(), row.rows().getFirst())));
    }
    var frame = new Frames(visit).row(row.scope(), row.table().name(), String.join(",", row.keys()));
    var page = new RowPage(call.linkAs("json", call.args()), fields, incoming(), citation(frame));
    return Pages.answer(frame, out -> JterowGenerated.render(out, null, frame, page));
  }

  private List<Link> incoming() {
    return row.foreignKeyTables()
        .stream()
        .map(t -> new Link(
            t.get("count") + (Long.valueOf(1).equals(number(t.get("count"))) ? " row" : " rows") + " from "
                + t.get("other_column") + " in " + t.get("other_table"),
            String.valueOf(t.get("link"))))
        .toList();
  }

  private static Long number(@Nullable Object value) {
    return value instanceof Number n ? n.longValue() : 0L;
  }

  private RowPage.Citation citation(Frame frame) {
    var date = row.scope().session().modified().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return new RowPage.Citation(frame.title(), visit.call().absolute(visit.call().link(visit.call().path())), date,
        frame.text("source"));
  }

  private Answer blob(Args args) {
    var column = args.find("_blob_column").orElseThrow(() -> Failure.badRequest("?_blob_column= is required"));
    int at = row.columns().indexOf(column);
    if (at < 0) {
      throw Failure.badRequest(column + " is not a valid column");
    }
    Blobs.checkHash(args, row.rows().getFirst()[at]);
    return Blobs.answer(row.rows().getFirst()[at],
        row.table().name() + "-" + String.join(",", row.keys()) + "-" + column);
  }
}
