package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds databases, tables, views and queries by name, for those who know where they want to go.
final class JumpRoute {
  private static final int MOST = 100;

  private final Visit visit;
  private final List<Place> places = new ArrayList<>();

  private record Place(String name, String url, String type, @Nullable String description) {}

  JumpRoute(Visit visit) {
    this.visit = visit;
  }

  Answer answer() {
    visit.instance()
        .databases()
        .stream()
        .filter(d -> visit.instance().config().showsDatabase(d.name()))
        .forEach(this::collect);
    var words = visit.call().args().find("q").orElse("").toLowerCase(Locale.ROOT).strip();
    var pattern = Pattern.compile(
        List.of(words.split("\\s+")).stream().map(Pattern::quote).collect(Collectors.joining(".*", ".*", ".*")));
    var found = places.stream()
        .filter(p -> pattern.matcher(p.name.toLowerCase(Locale.ROOT)).matches())
        .sorted(Comparator.comparingInt((Place p) -> order(p.type))
            .thenComparingInt(p -> p.name.length())
            .thenComparing(Place::name))
        .toList();
    var data = new LinkedHashMap<String, Object>();
    data.put("ok", true);
    data.put("matches", found.stream().limit(MOST).map(JumpRoute::describe).toList());
    data.put("truncated", found.size() > MOST);
    return Answer.json(data);
  }

  private static int order(String type) {
    return List.of("database", "table", "view", "query").indexOf(type);
  }

  private void collect(DatabaseFile file) {
    var path = "/" + Tilde.encode(file.name());
    places.add(new Place(file.name(), visit.call().link(path), "database", null));
    try (var opened = visit.open(file)) {
      var scope = opened.scope();
      scope.schema().tables().stream().filter(t -> !scope.isHidden(t)).forEach(t -> add(file, t, "table"));
      scope.schema().views().forEach(t -> add(file, t, "view"));
    } catch (SqlFailure | Failure unreadable) {
      // its own page says what is wrong with it
      return;
    }
    DatabaseRoute.queries(visit, file.name())
        .forEach(q -> places.add(new Place(file.name() + ": " + q.name(),
            visit.call().link(path + "/" + Tilde.encode(q.name())), "query", q.title().orElse(null))));
  }

  private void add(DatabaseFile file, Table table, String type) {
    if (visit.instance().config().showsTable(file.name(), table.name())) {
      places.add(new Place(file.name() + ": " + table.name(),
          visit.call().link("/" + Tilde.encode(file.name()) + "/" + Tilde.encode(table.name())), type, null));
    }
  }

  private static Map<String, @Nullable Object> describe(Place place) {
    var described = new LinkedHashMap<String, @Nullable Object>();
    described.put("name", place.name);
    described.put("url", place.url);
    described.put("type", place.type);
    described.put("description", Optional.ofNullable(place.description));
    return described;
  }
}
