package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.DatabasePage;
import band.civic.corkboard.page.DatabasePage.TableEntry;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.generated.JtedatabaseGenerated;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of a database.
final class DatabaseHtml {
  private static final int SHOWN_COLUMNS = 8;

  private final Visit visit;
  private final Visit.Opened opened;
  private final String path;

  DatabaseHtml(Visit visit, Visit.Opened opened) {
    this.visit = visit;
    this.opened = opened;
    this.path = visit.call().link("/" + Tilde.encode(opened.file().name()));
  }

  Answer answer() {
    var name = opened.file().name();
    boolean all = visit.call().args().has("_show_hidden");
    var tables = DatabaseRoute.tables(opened);
    var hidden = (int) tables.stream().filter(t -> Boolean.TRUE.equals(t.get("hidden"))).count();
    var entries = tables.stream()
        .filter(t -> all || !Boolean.TRUE.equals(t.get("hidden")))
        .map(this::entry)
        .sorted(declaredFirst())
        .toList();
    var views = DatabaseRoute.views(opened)
        .stream()
        .map(v -> String.valueOf(v.get("name")))
        .filter(v -> all || !opened.scope().isHidden(opened.table(v)))
        .map(this::view)
        .sorted(declaredFirst())
        .toList();
    var pages = visit.instance()
        .config()
        .pages(name)
        .stream()
        .map(p -> new Link(p.index().title(), path + "/-/" + p.name()))
        .toList();
    var queries = DatabaseRoute.queries(visit, name).stream().map(this::link).toList();
    var facts = new DatabasePage.Facts(visit.instance().config().allowsSql(name), hidden, all, links(), facts());
    var page = new DatabasePage(path, entries, views, queries, pages, facts);
    var frame = new Frames(visit).database(opened.scope());
    return TableRoute.cached(Pages.answer(frame, out -> JtedatabaseGenerated.render(out, null, frame, page)), visit);
  }

  /// What the configuration names comes first, in its order.
  private Comparator<TableEntry> declaredFirst() {
    var named = opened.scope().config().tableNames(opened.file().name());
    return Comparator.comparingInt(e -> named.contains(e.name()) ? named.indexOf(e.name()) : Integer.MAX_VALUE);
  }

  private TableEntry entry(Map<String, Object> table) {
    return entry(String.valueOf(table.get("name")), count(table));
  }

  private TableEntry view(String name) {
    return entry(name, "view");
  }

  private TableEntry entry(String name, String count) {
    var metadata = visit.instance().config().metadata(opened.file().name(), name);
    var title = metadata.get("title") instanceof String text ? text : name;
    var description = metadata.get("description") instanceof String text ? text : "";
    var columns = opened.table(name).columnNames();
    var shown = String.join(", ", columns.subList(0, Math.min(SHOWN_COLUMNS, columns.size())));
    return new TableEntry(new Link(title, path + "/" + Tilde.encode(name)), name, description, count,
        shown + (columns.size() > SHOWN_COLUMNS ? ", …" : ""));
  }

  static String count(Map<String, Object> table) {
    return table.get("count") instanceof Optional<?> found && found.orElse(null) instanceof Long rows
        ? String.format("%,d", rows) + (Boolean.TRUE.equals(table.get("count_truncated")) ? "+" : "")
            + (rows == 1 ? " row" : " rows")
        : "many rows";
  }

  private Link link(StoredQuery query) {
    return new Link(query.title().orElse(query.name()),
        path + "/" + Tilde.encode(query.name()) + query.fragment().map(f -> "#" + f).orElse(""));
  }

  private List<Link> links() {
    var links = new ArrayList<Link>();
    links.add(new Link("Data dictionary", path + "/-/dictionary"));
    links.add(new Link("JSON", path + ".json"));
    links.add(new Link("Schema", path + "/-/schema"));
    if (ChangesRoute.earlier(opened.file().file()).isPresent()) {
      links.add(new Link("Changes since the version before", path + "/-/changes"));
    }
    if (opened.file().immutable() && visit.instance().config().settings().flag("allow_download")) {
      links.add(new Link("Download SQLite file", path + ".db"));
    }
    return links;
  }

  private String facts() {
    var size = opened.scope().session().version().size();
    var date = opened.scope().session().modified().atZone(ZoneOffset.UTC).toLocalDate();
    return String.format("%,d", Math.max(1, size / 1024)) + " KB, last changed " + date;
  }
}
