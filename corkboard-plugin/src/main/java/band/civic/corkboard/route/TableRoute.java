package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.page.TablePages;
import band.civic.corkboard.page.generated.JtetableGenerated;
import band.civic.corkboard.query.Streaming;
import band.civic.corkboard.query.TableCall;
import band.civic.corkboard.query.TableExtras;
import band.civic.corkboard.query.TableRows;
import band.civic.corkboard.render.Grid;
import band.civic.corkboard.render.Shapes;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.SqlGuard;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows of a table or view.
final class TableRoute {
  private final Visit visit;
  private final Visit.Opened opened;
  private final Table table;

  TableRoute(Visit visit, Visit.Opened opened, Table table) {
    this.visit = visit;
    this.opened = opened;
    this.table = table;
  }

  Answer answer(Optional<String> format) {
    var moved = Redirects.ofForm(visit.call());
    if (moved.isPresent()) {
      return moved.get();
    }
    checkFacets();
    var answer = inFormat(format);
    boolean changes = (table.isView() && SqlGuard.mayChange(table.traits().sql()))
        || visit.call().args().all("_where").stream().anyMatch(SqlGuard::mayChange);
    return changes ? answer.with(Front.VOLATILE, "sql") : answer;
  }

  private Answer inFormat(Optional<String> format) {
    var chosen = format.or(() -> visit.call().args().findFilled("_format"));
    return switch (chosen.orElse("html")) {
      case "json" -> json();
      case "csv" -> csv();
      case "ndjson" -> stream().ndjson();
      case "parquet" -> stream().parquet(table.name());
      case "html" -> html();
      default -> throw Failure.notFound("Invalid format: " + chosen.orElse(""));
    };
  }

  private Answer csv() {
    if (!visit.call().args().isOn("_stream")) {
      return new TableCsv(visit, call()).answer();
    }
    if (visit.call().args().has("_next")) {
      throw Failure.badRequest("_next not allowed for CSV streaming");
    }
    return TableCsv.download(stream().csv(), visit.call().args(), table.name());
  }

  private RowStream stream() {
    // reads the plan once now, so that what is wrong with the request is told before the stream begins
    var _ = Streaming.of(call());
    return new RowStream(visit, opened.file(), scope -> Streaming.of(new TableCall(scope, table, visit.call())));
  }

  private TableCall call() {
    return new TableCall(opened.scope(), table, visit.call());
  }

  private void checkFacets() {
    if (!opened.scope().settings().flag("allow_facet")
        && visit.call().args().keys().stream().anyMatch(k -> k.startsWith("_facet"))) {
      throw Failure.badRequest("_facet= is not allowed");
    }
  }

  private Answer json() {
    var call = call();
    var rows = TableRows.read(call, false);
    var blocks = TableExtras.of(call, rows);
    var names = new LinkedHashSet<>(blocks.requested());
    if (call.args().keys().stream().anyMatch(k -> k.equals("_facet") || k.startsWith("_facet_"))) {
      names.add("facet_results");
    }
    var shape = call.args().findFilled("_shape").orElse("objects");
    var around = new LinkedHashMap<String, @Nullable Object>();
    var nextUrl = rows.nextArgs().map(a -> visit.call().absolute(visit.call().linkWith(a)));
    around.put("ok", true);
    around.put("next", rows.next());
    around.put("next_url", nextUrl);
    around.put("rows", null);
    around.put("truncated", false);
    if (shape.equals("objects") || shape.equals("arrays")) {
      blocks.addTo(around, names);
    }
    var answer = Shapes.answer(call.args(), new Grid(rows.columns(), rows.rows(), Optional.of(table.primaryKeys())),
        around);
    return cached(nextUrl.map(u -> answer.with("link", "<" + u + ">; rel=\"next\"")).orElse(answer), visit);
  }

  private Answer html() {
    var call = call();
    var rows = TableRows.read(call, true);
    var blocks = TableExtras.of(call, rows);
    blocks.requested();
    var page = new TablePages(call, rows, blocks).page();
    var frame = new Frames(visit).table(opened.scope(), table.name());
    return cached(Pages.answer(frame, out -> JtetableGenerated.render(out, null, frame, page)), visit);
  }

  /// Tells caches how long the answer holds, and browsers to send no referrer.
  static Answer cached(Answer answer, Visit visit) {
    return answer.with("cache-control", cacheControl(visit.call().args(), visit))
        .with("referrer-policy",
            "no-referrer");
  }

  private static String cacheControl(Args args, Visit visit) {
    var ttl = args.find("_ttl")
        .filter(t -> t.matches("\\d{1,9}"))
        .orElseGet(() -> Integer.toString(visit.instance().config().settings().number("default_cache_ttl")));
    return Integer.parseInt(ttl) == 0 ? "no-cache" : "max-age=" + Integer.parseInt(ttl);
  }
}
