package band.civic.corkboard.route;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.query.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands around the pages of an instance.
final class Frames {
  private static final List<String> INHERITED = List.of("source", "source_url", "license", "license_url", "about",
      "about_url");

  private final Visit visit;

  Frames(Visit visit) {
    this.visit = visit;
  }

  /// The first page.
  Frame home() {
    var metadata = visit.instance().config().metadata();
    return frame(title(metadata, "Databases"), List.of(), metadata);
  }

  /// A page of the whole instance.
  Frame page(String title) {
    return frame(title, List.of(home(visit.call())), visit.instance().config().metadata());
  }

  Frame database(Scope scope) {
    var metadata = databaseMetadata(scope.database());
    return live(frame(title(metadata, scope.database()), List.of(home(visit.call())), metadata), scope);
  }

  /// A page below a database, or below pages of it.
  Frame below(Scope scope, String title, Map<String, Object> metadata, Link... above) {
    var crumbs = new ArrayList<>(List.of(home(visit.call()), link(scope.database())));
    crumbs.addAll(List.of(above));
    return live(frame(title, crumbs, inherited(metadata, databaseMetadata(scope.database()))), scope);
  }

  Frame table(Scope scope, String table) {
    var metadata = visit.instance().config().metadata(scope.database(), table);
    return below(scope, title(metadata, table), metadata);
  }

  Frame row(Scope scope, String table, String key) {
    var metadata = visit.instance().config().metadata(scope.database(), table);
    var title = title(metadata, table);
    var path = "/" + Tilde.encode(scope.database()) + "/" + Tilde.encode(table);
    metadata.remove("description");
    metadata.remove("description_html");
    return below(scope, title + ": " + key, metadata, new Link(title, visit.call().link(path)));
  }

  /// With the address that tells when the data is no longer what the page shows.
  private Frame live(Frame frame, Scope scope) {
    var seen = new Args(List.of()).with("database", scope.database()).with("seen", scope.session().version().mark());
    return new Frame(frame.title(), frame.crumbs(), frame.base(), frame.json(), frame.metadata(),
        visit.call().link("/-/live") + seen.toQuery());
  }

  private Map<String, Object> databaseMetadata(String database) {
    return inherited(visit.instance().config().metadata(database), visit.instance().config().metadata());
  }

  private static Map<String, Object> inherited(Map<String, Object> own, Map<String, Object> outer) {
    var all = new LinkedHashMap<>(own);
    INHERITED.stream().filter(outer::containsKey).forEach(k -> all.putIfAbsent(k, outer.get(k)));
    return all;
  }

  private Frame frame(String title, List<Link> crumbs, Map<String, Object> metadata) {
    var call = visit.call();
    var json = Optional.of(call.absolute(call.linkAs("json", call.args())))
        .filter(j -> !call.path().equals("/"))
        .or(() -> Optional.of(call.absolute(call.link("/.json"))));
    var shown = crumbs.stream().filter(this::isOpen).toList();
    return new Frame(title, shown, call.base(), json, metadata, "");
  }

  private static String title(Map<String, Object> metadata, String otherwise) {
    return metadata.get("title") instanceof String title && !title.isBlank() ? title : otherwise;
  }

  /// A reader is not sent where nobody may go.
  private boolean isOpen(Link crumb) {
    var config = visit.instance().config();
    var call = visit.call();
    return crumb.href().equals(call.link("/"))
        ? config.showsInstance()
        : visit.instance()
            .databases()
            .stream()
            .filter(d -> crumb.href().equals(call.link("/" + Tilde.encode(d.name()))))
            .allMatch(d -> config.showsDatabase(d.name()));
  }

  private static Link home(Call call) {
    return new Link("home", call.link("/"));
  }

  private Link link(String database) {
    return new Link(title(visit.instance().config().metadata(database), database),
        visit.call().link("/" + Tilde.encode(database)));
  }
}
