package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.IndexPage;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.generated.JteindexGenerated;
import band.civic.corkboard.query.Colour;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first page: all databases.
final class IndexRoute {
  private static final int SHOWN = 5;
  private static final String UNSTABLE = "This API is not part of Datasette's stable interface and may change at any time";

  private final Visit visit;

  IndexRoute(Visit visit) {
    this.visit = visit;
  }

  Answer answer(Optional<String> format) {
    return switch (format.orElse("html")) {
      case "json" -> Answer.json(data());
      case "html" -> html();
      default -> throw Failure.notFound("Invalid format: " + format.orElse(""));
    };
  }

  Map<String, @Nullable Object> data() {
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("ok", true);
    data.put("unstable", UNSTABLE);
    data.put("databases", databases(true));
    data.put("metadata", visit.instance().config().metadata());
    return data;
  }

  private Answer html() {
    var found = databases(false);
    var known = found.stream().map(d -> String.valueOf(d.get("name"))).toList();
    var damaged = visit.instance()
        .databases()
        .stream()
        .map(DatabaseFile::name)
        .filter(n -> visit.instance().config().showsDatabase(n) && !known.contains(n))
        .toList();
    var page = new IndexPage(found.stream().map(this::entry).toList(), damaged);
    var frame = new Frames(visit).home();
    return TableRoute.cached(Pages.answer(frame, out -> JteindexGenerated.render(out, null, frame, page)), visit);
  }

  private IndexPage.Database entry(Map<String, Object> database) {
    var path = String.valueOf(database.get("path"));
    var title = visit.instance().config().metadata(String.valueOf(database.get("name"))).get("title");
    var summary = String.format("%,d rows in %,d tables", (Long) database.getOrDefault("table_rows_sum", 0L),
        (Integer) database.getOrDefault("tables_count", 0));
    var tables = ((List<?>) database.getOrDefault("tables_and_views_truncated", List.of())).stream()
        .map(t -> String.valueOf(((Map<?, ?>) t).get("name")))
        .map(n -> new Link(n, path + "/" + Tilde.encode(n)))
        .toList();
    return new IndexPage.Database(
        new Link(title instanceof String text ? text : String.valueOf(database.get("name")), path), summary, tables,
        Boolean.TRUE.equals(database.get("tables_and_views_more")));
  }

  /// Every database that can be read; a damaged one is left out, never the others.
  private List<Map<String, Object>> databases(boolean hashes) {
    var all = new ArrayList<Map<String, Object>>();
    for (var file : visit.instance().databases()) {
      if (!visit.instance().config().showsDatabase(file.name())) {
        continue;
      }
      try (var opened = visit.open(file)) {
        all.add(describe(opened, hashes));
      } catch (SqlFailure | Failure unreadable) {
        // its own page says what is wrong with it
      }
    }
    return all;
  }

  private Map<String, Object> describe(Visit.Opened opened, boolean hashes) {
    var file = opened.file();
    var tables = DatabaseRoute.tables(opened);
    var views = DatabaseRoute.views(opened);
    var shown = tables.stream().filter(t -> !isHidden(t)).toList();
    var hidden = tables.stream().filter(IndexRoute::isHidden).toList();
    var described = new LinkedHashMap<String, Object>();
    // a page shows no hash, and working it out means reading the whole file
    var hash = hashes && file.immutable()
        ? Optional.of(FileHash.of(opened.scope().session(), file.file()))
        : Optional.empty();
    described.put("name", file.name());
    described.put("hash", hash);
    described.put("color", hash.map(h -> h.toString().substring(0, 6)).orElseGet(() -> Colour.of(file.name())));
    described.put("path", visit.call().link("/" + Tilde.encode(file.name())));
    described.put("tables_and_views_truncated", first(shown, views));
    described.put("tables_and_views_more", shown.size() + views.size() > SHOWN);
    described.put("tables_count", shown.size());
    described.put("table_rows_sum", sum(shown));
    described.put("show_table_row_counts", true);
    described.put("hidden_table_rows_sum", sum(hidden));
    described.put("hidden_tables_count", hidden.size());
    described.put("views_count", views.size());
    described.put("private", false);
    return described;
  }

  private static boolean isHidden(Map<String, Object> table) {
    return Boolean.TRUE.equals(table.get("hidden"));
  }

  private static List<Map<String, Object>> first(List<Map<String, Object>> tables, List<Map<String, Object>> views) {
    var first = new ArrayList<Map<String, Object>>();
    tables.stream()
        .sorted(Comparator.<Map<String, Object>>comparingLong(IndexRoute::count)
            .thenComparing(t -> String.valueOf(t.get("name")))
            .reversed())
        .limit(SHOWN)
        .forEach(t -> {
          var brief = new LinkedHashMap<>(t);
          brief.remove("foreign_keys");
          brief.remove("count_truncated");
          brief.put("num_relationships_for_sorting", 0);
          first.add(brief);
        });
    views.stream().limit(SHOWN - first.size()).forEach(first::add);
    return first;
  }

  private static long sum(List<Map<String, Object>> tables) {
    return tables.stream().mapToLong(IndexRoute::count).sum();
  }

  private static long count(Map<String, Object> table) {
    return table.get("count") instanceof Optional<?> count && count.orElse(null) instanceof Long rows ? rows : 0;
  }
}
