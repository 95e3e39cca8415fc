package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Args.Arg;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Cell;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.PageLinks;
import band.civic.corkboard.page.QueryPage;
import band.civic.corkboard.page.QueryPage.Result;
import band.civic.corkboard.page.QueryPage.Statement;
import band.civic.corkboard.page.generated.JtequeryGenerated;
import band.civic.corkboard.query.QueryCall;
import band.civic.corkboard.sqlite.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of a question in SQL.
final class QueryHtml {
  private static final Link NONE = new Link("", "");

  private final Visit visit;
  private final Visit.Opened opened;

  QueryHtml(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
  }

  /// The page that waits for a question.
  Answer blank() {
    return page(frame(Map.of(), "SQL"), new QueryPage(path(), new Statement("", true, true, "", NONE), List.of(),
        Result.none("")));
  }

  /// The reader's own SQL; what is wrong with it is said above the form.
  Answer custom(String sql) {
    try {
      return answer(QueryCall.custom(opened.scope(), visit.call(), sql));
    } catch (Failure wrong) {
      var form = new QueryPage(path(), new Statement(sql, true, true, "", NONE), List.of(),
          Result.none(String.join("; ", wrong.errors())));
      return page(frame(Map.of(), "SQL"), form).withStatus(wrong.status());
    }
  }

  Answer answer(QueryCall query) {
    var values = query.values();
    try {
      var rows = query.rows();
      return page(frame(query), new QueryPage(path(), statement(query), List.copyOf(values.entrySet()),
          result(rows)));
    } catch (Failure wrong) {
      return page(frame(query), new QueryPage(path(), statement(query), List.copyOf(values.entrySet()),
          Result.none(String.join("; ", wrong.errors())))).withStatus(wrong.status());
    }
  }

  private static Answer page(Frame frame, QueryPage page) {
    return Pages.answer(frame, out -> JtequeryGenerated.render(out, null, frame, page));
  }

  private String path() {
    return visit.call().link(visit.call().path());
  }

  private Frame frame(QueryCall query) {
    var metadata = new LinkedHashMap<String, Object>();
    query.stored().ifPresent(q -> {
      q.description().ifPresent(d -> metadata.put("description", d));
      q.descriptionHtml().ifPresent(d -> metadata.put("description_html", d));
    });
    return frame(metadata, query.stored().map(q -> q.title().orElse(q.name())).orElse("SQL"));
  }

  private Frame frame(Map<String, Object> metadata, String title) {
    return new Frames(visit).below(opened.scope(), title, metadata);
  }

  private Statement statement(QueryCall query) {
    var args = visit.call().args();
    boolean hides = query.stored().filter(StoredQuery::hidesSql).isPresent();
    boolean shown = hides ? args.has("_show_sql") : !args.has("_hide_sql");
    var switching = hides ? "_show_sql" : "_hide_sql";
    var toggled = args.has(switching) ? args.without(switching) : args.with(switching, "1");
    boolean own = query.stored().isEmpty();
    return new Statement(query.sql().text(), own, shown, own ? "" : editLink(query),
        new Link(shown ? "Hide SQL" : "Show SQL", visit.call().linkWith(toggled)));
  }

  private String editLink(QueryCall query) {
    if (!visit.instance().config().allowsSql(opened.file().name()) || query.sql().text().contains(":_")) {
      return "";
    }
    var args = new ArrayList<Arg>();
    args.add(new Arg("sql", query.sql().text()));
    query.values().forEach((name, value) -> args.add(new Arg(name, value)));
    return visit.call().link("/" + Tilde.encode(opened.file().name()) + "/-/query") + new Args(args).toQuery();
  }

  private Result result(Rows rows) {
    var call = visit.call();
    int longest = opened.scope().settings().number("truncate_cells_html");
    var place = new Cell.Place(call, opened.file().name(), Optional.empty(), longest);
    var links = PageLinks.ofResult(opened.scope(), call.link("/" + Tilde.encode(opened.file().name())));
    var shown = new ArrayList<List<Cell>>();
    for (var row : rows.rows()) {
      var cells = new ArrayList<Cell>();
      for (int i = 0; i < row.length; i++) {
        cells.add(row[i] instanceof byte[] blob
            ? new Cell(place.cell("", blob, Optional.empty()).text(),
                Optional.of(blobLink(rows.columns().get(i), blob)),
                "", "blob")
            : links.link(place.cell(rows.columns().get(i), row[i], Optional.empty()), rows.columns().get(i),
                rows.columns(), row));
      }
      shown.add(cells);
    }
    var exports = List.of(new Link("JSON", call.linkAs("json", call.args())),
        new Link("CSV", call.linkAs("csv", call.args().replaced("_size", "max"))),
        new Link("Parquet", call.linkAs("parquet", call.args())));
    var size = rows.rows().size();
    var summary = String.format("%,d", size) + (rows.truncated() ? "+" : "") + (size == 1 ? " row" : " rows");
    return new Result(true, "", rows.columns(), shown, exports, summary);
  }

  private String blobLink(String column, byte[] blob) {
    return visit.call()
        .linkAs("blob",
            visit.call().args().with("_blob_column", column).with("_blob_hash", Blobs.hash(blob)));
  }
}
