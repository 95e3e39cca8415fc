package band.civic.corkboard.route;

import band.civic.corkboard.config.StoredQuery;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the caller may do. Nobody is signed in here, so everybody may do the same: look at what the configuration
/// shows, and nothing else.
final class PermissionsRoute {
  private static final List<String> NEVER = List.of("permissions-debug", "debug-menu", "insert-row", "update-row",
      "delete-row", "create-table", "alter-table", "drop-table", "set-column-type", "execute-write-sql", "store-query",
      "update-query", "delete-query");
  private static final List<String> LOOKING = List.of("view-instance", "view-database", "view-database-download",
      "view-table", "view-query", "execute-sql");
  private static final int LARGEST_PAGE = 200;

  private final Visit visit;
  private final Args args;

  /// Something that an action is done to.
  private record Resource(Optional<String> parent, Optional<String> child) {

    private String path() {
      return "/" + Stream.concat(parent.stream(), child.stream())
          .map(Tilde::encode)
          .reduce((a, b) -> a + "/" + b)
          .orElse("");
    }
  }

  PermissionsRoute(Visit visit) {
    this.visit = visit;
    this.args = visit.call().args();
  }

  /// @param page `allowed` for a list, `check` for one answer; the others are not for readers
  Object find(String page) {
    if (!page.equals("allowed") && !page.equals("check")) {
      throw Failure.forbidden("Permission denied: need permissions-debug");
    }
    var action = args.findFilled("action").orElseThrow(() -> Failure.badRequest("action parameter is required"));
    if (!LOOKING.contains(action) && !NEVER.contains(action)) {
      throw Failure.notFound("Unknown action: " + action);
    }
    if (args.findFilled("child").isPresent() && args.findFilled("parent").isEmpty()) {
      throw Failure.badRequest("parent is required when child is provided");
    }
    return page.equals("check") ? check(action) : allowed(action);
  }

  /// What one may ask.
  Object offered(String page) {
    if (!page.equals("allowed") && !page.equals("check")) {
      return find(page);
    }
    return Map.of("ask", "?action=", "actions", Stream.concat(LOOKING.stream(), NEVER.stream()).toList());
  }

  private Map<String, Object> check(String action) {
    var resource = new Resource(args.findFilled("parent"), args.findFilled("child"));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("ok", true);
    answer.put("action", action);
    var asked = databases().filter(d -> resource.parent.filter(d::equals).isPresent());
    answer.put("allowed", resources(action, asked).anyMatch(resource::equals));
    var described = new LinkedHashMap<String, Object>();
    described.put("parent", resource.parent);
    described.put("child", resource.child);
    described.put("path", resource.path());
    answer.put("resource", described);
    return answer;
  }

  private Map<String, @Nullable Object> allowed(String action) {
    int page = number("page", 1);
    int size = Math.min(LARGEST_PAGE, number("page_size", 50));
    var parent = args.findFilled("parent");
    var asked = databases().filter(d -> parent.map(d::equals).orElse(true));
    var all = resources(action, asked).filter(r -> (parent.isEmpty() || r.parent.equals(parent))
        && args.findFilled("child").map(Optional::of).map(r.child::equals).orElse(true)).toList();
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("ok", true);
    answer.put("action", action);
    answer.put("actor_id", null);
    answer.put("page", page);
    answer.put("page_size", size);
    answer.put("total", all.size());
    answer.put("items", all.stream().skip((page - 1L) * size).limit(size).map(PermissionsRoute::describe).toList());
    if (page > 1) {
      answer.put("previous_url", link(page - 1));
    }
    if ((long) page * size < all.size()) {
      answer.put("next_url", link(page + 1));
    }
    return answer;
  }

  private String link(int page) {
    return visit.call().absolute(visit.call().linkWith(args.replaced("page", Integer.toString(page))));
  }

  private int number(String name, int otherwise) {
    var given = args.findFilled(name);
    if (given.isPresent() && !given.get().matches("[1-9]\\d{0,8}")) {
      throw Failure.badRequest(name + " must be an integer of at least 1");
    }
    return given.map(Integer::parseInt).orElse(otherwise);
  }

  private static Map<String, Object> describe(Resource resource) {
    var item = new LinkedHashMap<String, Object>();
    item.put("parent", resource.parent);
    item.put("child", resource.child);
    item.put("resource", resource.path());
    return item;
  }

  /// Everything of those databases that anybody may do that to.
  private Stream<Resource> resources(String action, Stream<String> databases) {
    var config = visit.instance().config();
    return switch (action) {
      case "view-instance" -> config.showsInstance()
          ? Stream.of(new Resource(Optional.empty(), Optional.empty()))
          : Stream.empty();
      case "view-database" -> databases.filter(config::showsDatabase).map(PermissionsRoute::whole);
      case "view-database-download" -> databases.filter(config::showsDatabase)
          .filter(this::isDownloadable)
          .map(PermissionsRoute::whole);
      case "execute-sql" -> databases.filter(config::allowsSql).map(PermissionsRoute::whole);
      case "view-table" -> databases.flatMap(d -> parts(d, tables(d)));
      case "view-query" -> databases.flatMap(d -> parts(d, DatabaseRoute.queries(visit, d)
          .stream()
          .map(StoredQuery::name)
          .toList()));
      default -> Stream.empty();
    };
  }

  private Stream<String> databases() {
    return visit.instance().databases().stream().map(DatabaseFile::name).sorted();
  }

  private boolean isDownloadable(String database) {
    return visit.instance().config().settings().flag("allow_download")
        && visit.instance().find(database).filter(DatabaseFile::immutable).isPresent();
  }

  /// The tables and views of a database; none of a damaged one, which keeps nobody from the others.
  private List<String> tables(String database) {
    try (var opened = visit.open(database)) {
      var names = new ArrayList<String>();
      Stream.concat(opened.scope().schema().tables().stream(), opened.scope().schema().views().stream())
          .map(Table::name)
          .filter(t -> visit.instance().config().showsTable(database, t))
          .forEach(names::add);
      return names;
    } catch (SqlFailure | Failure unreadable) {
      return List.of(); // its own page says what is wrong with it
    }
  }

  private static Resource whole(String database) {
    return new Resource(Optional.of(database), Optional.empty());
  }

  private static Stream<Resource> parts(String database, List<String> names) {
    return names.stream().sorted().map(n -> new Resource(Optional.of(database), Optional.of(n)));
  }
}
