package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.query.Colour;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stored queries of one database or of all, by title, a page at a time; `q` keeps those that hold a text.
final class QueriesRoute {
  private static final int PAGE = 50;

  private final Visit visit;
  private final Optional<String> database;

  /// @param database the one database; nothing for all
  QueriesRoute(Visit visit, Optional<String> database) {
    this.visit = visit;
    this.database = database;
  }

  /// The page that was asked for.
  Map<String, @Nullable Object> data() {
    var args = visit.call().args();
    int size = size(args);
    int from = from(args);
    var found = found(args.find("q").orElse(""));
    var page = found.stream().skip(from).limit(size).map(DatabaseRoute::describe).toList();
    Optional<String> next = found.size() > from + size ? Optional.of(Integer.toString(from + size)) : Optional.empty();
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("ok", true);
    data.put("database", database);
    data.put("database_color", database.map(Colour::of));
    data.put("queries", page);
    data.put("next", next);
    data.put("next_url", next.map(n -> visit.call().absolute(visit.call().linkWith(args.replaced("_next", n)))));
    data.put("limit", size);
    return data;
  }

  private List<StoredQuery> found(String typed) {
    var words = typed.toLowerCase(Locale.ROOT);
    return names().stream()
        .filter(visit.instance().config()::showsDatabase)
        .flatMap(n -> DatabaseRoute.queries(visit, n).stream())
        .filter(q -> text(q).contains(words))
        .sorted(Comparator.comparing(StoredQuery::database)
            .thenComparing(q -> q.title().orElse(q.name()).toLowerCase(Locale.ROOT))
            .thenComparing(StoredQuery::name))
        .toList();
  }

  private List<String> names() {
    return database.map(List::of)
        .orElseGet(() -> visit.instance().databases().stream().map(DatabaseFile::name).toList());
  }

  private static String text(StoredQuery query) {
    return (query.name() + "\n" + query.title().orElse("") + "\n" + query.description().orElse("") + "\n" + query.sql())
        .toLowerCase(Locale.ROOT);
  }

  private int size(Args args) {
    int most = visit.instance().config().settings().number("max_returned_rows");
    var asked = args.findFilled("_size");
    if (asked.isEmpty()) {
      return Math.min(PAGE, most);
    }
    if (!asked.get().matches("[1-9]\\d{0,8}") || Integer.parseInt(asked.get()) > most) {
      throw Failure.badRequest("_size must be a positive integer of at most " + most);
    }
    return Integer.parseInt(asked.get());
  }

  private static int from(Args args) {
    return args.findFilled("_next").filter(n -> n.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
  }
}
