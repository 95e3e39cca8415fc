package band.civic.corkboard.route;

import band.civic.corkboard.http.Failure;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages about the server itself: versions, settings, configuration, databases.
final class AboutRoute {
  /// The release whose API is served.
  static final String COMPATIBLE_WITH = "1.0a37";
  private static final Limits SHORT = new Limits(1_000, 2_000);

  private final Visit visit;

  AboutRoute(Visit visit) {
    this.visit = visit;
  }

  /// The value of a page of that name; nothing when there is none.
  Optional<Object> find(String page) {
    return switch (page) {
      case "versions" -> Optional.of(versions());
      case "settings" -> Optional.of(withOk(visit.instance().config().settings().toMap()));
      case "config" -> Optional.of(withOk(visit.instance().config().options()));
      case "metadata" -> Optional.of(withOk(visit.instance().config().allMetadata()));
      case "plugins" -> Optional.of(plugins());
      case "databases" -> Optional.of(databases());
      case "actor" -> Optional.of(actor());
      case "threads" -> Optional.of(threads());
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> withOk(Map<String, Object> rest) {
    var all = new LinkedHashMap<String, Object>();
    all.put("ok", true);
    all.putAll(rest);
    return all;
  }

  private static Map<String, Object> actor() {
    return withOk(Map.of("actor", Optional.empty()));
  }

  private Map<String, Object> databases() {
    var all = visit.instance()
        .databases()
        .stream()
        .filter(d -> visit.instance().config().showsDatabase(d.name()))
        .map(d -> {
          var described = new LinkedHashMap<String, @Nullable Object>();
          described.put("name", d.name());
          described.put("route", d.name());
          described.put("path", d.isMemory() ? null : d.shownPath());
          described.put("size", DatabaseRoute.size(d));
          described.put("is_mutable", !d.immutable());
          described.put("is_memory", d.isMemory());
          described.put("hash", d.immutable() ? hash(d) : null);
          return described;
        })
        .toList();
    return withOk(Map.of("databases", all));
  }

  private String hash(DatabaseFile file) {
    try (var opened = visit.open(file)) {
      return FileHash.of(opened.scope().session(), file.file());
    }
  }

  private static Map<String, Object> threads() {
    var names = Thread.getAllStackTraces()
        .keySet()
        .stream()
        .map(t -> Map.<String, Object>of("name", t.getName(), "ident", t.threadId(), "daemon", t.isDaemon()))
        .toList();
    var all = new LinkedHashMap<String, Object>();
    all.put("num_threads", names.size());
    all.put("threads", names);
    all.put("num_tasks", 0);
    all.put("tasks", List.of());
    return withOk(all);
  }

  private Map<String, Object> versions() {
    var java = Map.of("version", Runtime.version().toString(), "full", "Java " + Runtime.version());
    var versions = new LinkedHashMap<String, Object>();
    versions.put("ok", true);
    versions.put("python", java);
    versions.put("datasette", Map.of("version", COMPATIBLE_WITH));
    versions.put("clerk", Map.of("version", version()));
    versions.put("asgi", "3.0");
    versions.put("uvicorn", Optional.empty());
    versions.put("sqlite", sqlite());
    return versions;
  }

  /// This plugin's version; nothing when it was not packed.
  private static Optional<String> version() {
    return Optional.ofNullable(AboutRoute.class.getPackage().getImplementationVersion());
  }

  /// Plugins of Datasette, of which there are none; `all` names what is built in.
  private List<Object> plugins() {
    var builtIn = new LinkedHashMap<String, Object>();
    builtIn.put("name", "corkboard");
    builtIn.put("static", true);
    builtIn.put("templates", true);
    builtIn.put("version", version());
    builtIn.put("hooks", List.of());
    return visit.call().args().has("all") ? List.of(builtIn) : List.of();
  }

  private Map<String, Object> sqlite() {
    for (var file : visit.instance().databases()) {
      try (var opened = visit.open(file)) {
        return sqlite(opened.scope().session());
      } catch (SqlFailure | Failure unreadable) {
        // any other file will do
      }
    }
    return Map.of();
  }

  private static Map<String, Object> sqlite(Session session) {
    var version = session.read(Sql.of("select sqlite_version()"), SHORT).rows().getFirst()[0];
    var options = session.read(Sql.of("PRAGMA compile_options"), SHORT)
        .rows()
        .stream()
        .map(r -> String.valueOf(r[0]))
        .toList();
    return Map.of("version", String.valueOf(version), "fts_versions", List.of("FTS5", "FTS4", "FTS3"), "extensions",
        Map.of("json1", Optional.empty()), "compile_options", options);
  }
}
