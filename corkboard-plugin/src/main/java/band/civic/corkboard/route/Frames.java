package band.civic.corkboard.route;

import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
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

  Frame database(String name) {
    var metadata = inherited(visit.instance().config().metadata(name), visit.instance().config().metadata());
    return frame(title(metadata, name), List.of(home(visit.call())), metadata);
  }

  /// A page below a database.
  Frame below(String database, String title, Map<String, Object> metadata) {
    return frame(title, List.of(home(visit.call()), link(database)), inherited(metadata, databaseMetadata(database)));
  }

  /// A page below a page of a database.
  Frame below(String database, String title, Map<String, Object> metadata, Link above) {
    return frame(title, List.of(home(visit.call()), link(database), above),
        inherited(metadata, databaseMetadata(database)));
  }

  Frame table(String database, String table) {
    var metadata = visit.instance().config().metadata(database, table);
    return below(database, title(metadata, table), metadata);
  }

  Frame row(String database, String table, String key) {
    var metadata = inherited(visit.instance().config().metadata(database, table), databaseMetadata(database));
    var path = "/" + Tilde.encode(database) + "/" + Tilde.encode(table);
    metadata.remove("description");
    metadata.remove("description_html");
    var crumbs = List.of(home(visit.call()), link(database), new Link(table, visit.call().link(path)));
    return frame(title(metadata, table) + ": " + key, crumbs, metadata);
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
    return crumb.href().equals(visit.call().link("/"))
        ? config.showsInstance()
        : config.showsDatabase(crumb.text())
            || visit.instance().find(crumb.text()).isEmpty();
  }

  private static Link home(Call call) {
    return new Link("home", call.link("/"));
  }

  private Link link(String database) {
    return new Link(database, visit.call().link("/" + Tilde.encode(database)));
  }
}
