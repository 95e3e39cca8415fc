package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.SearchPage;
import band.civic.corkboard.page.SearchPage.Group;
import band.civic.corkboard.page.SearchPage.Hit;
import band.civic.corkboard.page.generated.JtesearchGenerated;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.render.Shapes;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.SearchText;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Searches the full-text indexes of every table: best matches first, with the words where they were found.
public final class Search {
  private static final Limits LIMITS = new Limits(10, 500);

  private final List<Group> groups = new ArrayList<>();
  private final String typed;

  private Search(String typed) {
    this.typed = typed;
  }

  /// Searches several instances, for at most so long.
  ///
  /// @param titles true to say which instance a table belongs to
  public static Answer answer(Frame frame, List<Visit> visits, Args args, boolean titles) {
    var search = new Search(args.find("q").orElse("").strip());
    long end = System.nanoTime() + 3_000_000_000L;
    int searched = 0;
    if (!SearchText.escape(search.typed).isEmpty()) {
      for (var visit : visits) {
        if (System.nanoTime() > end) {
          break;
        }
        search.search(visit, titles);
        searched++;
      }
    }
    var note = search.typed.isEmpty() ? "Type words to search for." : search.note(searched < visits.size());
    if (args.find("_format").filter("json"::equals).isPresent()) {
      return Answer.json(search.json(searched < visits.size()));
    }
    var page = new SearchPage(search.typed, search.groups, note);
    return Pages.answer(frame, out -> JtesearchGenerated.render(out, null, frame, page));
  }

  private String note(boolean cut) {
    int hits = groups.stream().mapToInt(g -> g.hits().size()).sum();
    return (hits == 0 ? "Nothing found." : "The best " + hits + " matches in " + groups.size() + " tables.")
        + (cut ? " Not everything could be searched in time." : "");
  }

  private Map<String, Object> json(boolean cut) {
    var data = new LinkedHashMap<String, Object>();
    data.put("ok", true);
    data.put("q", typed);
    data.put("truncated", cut);
    data.put("results", groups.stream()
        .map(g -> Map.of("title", g.title(), "url", g.all(), "rows", g.hits()
            .stream()
            .map(h -> Map.of("label", h.title(), "url", h.href(), "snippet", h.pieces()
                .stream()
                .map(SearchPage.Piece::text)
                .collect(Collectors.joining())))
            .toList()))
        .toList());
    return data;
  }

  private void search(Visit visit, boolean titles) {
    for (var file : visit.instance().databases()) {
      if (visit.instance().config().showsDatabase(file.name())) {
        try (var opened = visit.open(file)) {
          opened.scope()
              .schema()
              .tables()
              .stream()
              .filter(t -> t.ftsTable().isPresent() && !opened.scope().isHidden(t))
              .forEach(t -> search(visit, opened, t, titles));
        } catch (SqlFailure | Failure unreadable) {
          // one damaged file keeps nobody from finding something in the others
        }
      }
    }
  }

  private void search(Visit visit, Visit.Opened opened, Table table, boolean titles) {
    var path = visit.call().link("/" + Tilde.encode(opened.file().name()) + "/" + Tilde.encode(table.name()));
    var site = visit.instance().config().metadata().get("title") instanceof String text && titles ? text + ": " : "";
    try {
      var rows = opened.scope().session().read(new Sql(sql(opened, table), Map.of("q", typed)), LIMITS);
      var keys = rows.columns().subList(0, table.keyColumns().size());
      var hits = new ArrayList<Hit>();
      for (var row : rows.rows()) {
        hits.add(hit(path + "/" + Shapes.keyPath(keys, rows.columns(), row), row, keys.size()));
      }
      if (!hits.isEmpty()) {
        groups.add(new Group(site + opened.file().name() + ": " + table.name(),
            path + "?_search=" + Args.encode(typed), hits));
      }
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
    }
  }

  private static Hit hit(String href, @Nullable Object[] row, int keys) {
    var label = Cells.text(row[keys]);
    var title = label.isBlank() ? Cells.text(row[0]) : label;
    return new Hit(title.substring(0, Math.min(120, title.length())), href,
        SearchPage.pieces(Cells.text(row[keys + 1])));
  }

  private static String sql(Visit.Opened opened, Table table) {
    var fts = Sql.quoted(table.ftsTable().orElseThrow());
    var keys = table.keyColumns().stream().map(k -> "t." + Sql.quoted(k)).collect(Collectors.joining(", "));
    var label = opened.scope().labelColumn(table).map(l -> "t." + Sql.quoted(l)).orElse("''");
    boolean ranks = opened.findTable(table.ftsTable().orElseThrow())
        .filter(t -> t.traits().sql().toLowerCase(java.util.Locale.ROOT).contains("fts5"))
        .isPresent();
    var snippet = ranks
        ? "snippet(" + fts + ", -1, char(2), char(3), '…', 24)"
        : "snippet(" + fts + ", char(2), char(3), '…', -1, 24)";
    var own = table.name().equals(table.ftsTable().orElseThrow());
    return "select " + keys.replace("t.\"rowid\"", "t.rowid") + ", " + label + ", " + snippet + " from " + fts
        + (own ? " t" : " join " + Sql.quoted(table.name()) + " t on t.rowid = " + fts + ".rowid") + " where " + fts
        + " match escape_fts(:q)" + (ranks ? " order by rank" : "") + " limit 10";
  }
}
