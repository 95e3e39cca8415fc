package band.civic.corkboard.config;

import band.civic.corkboard.http.JsonObject;
import band.civic.corkboard.sqlite.SqlScan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A query that somebody prepared for readers.
///
/// @param database where it is asked
/// @param name its name in URLs
/// @param sql one statement with named parameters
/// @param options title, description and the rest
public record StoredQuery(String database, String name, String sql, Map<String, Object> options)
    implements
      JsonObject {

  static Optional<StoredQuery> of(String database, String name, Object configured) {
    if (configured instanceof String sql) {
      return Optional.of(new StoredQuery(database, name, sql, Map.of()));
    }
    if (configured instanceof Map<?, ?> map && map.get("sql") instanceof String sql) {
      var options = new LinkedHashMap<String, Object>();
      map.forEach((key, value) -> options.put(String.valueOf(key), value));
      return Optional.of(new StoredQuery(database, name, sql, options));
    }
    return Optional.empty();
  }

  public Optional<String> title() {
    return Tree.text(options, "title");
  }

  public Optional<String> description() {
    return Tree.text(options, "description");
  }

  public Optional<String> descriptionHtml() {
    return Tree.text(options, "description_html");
  }

  public boolean hidesSql() {
    return Tree.flag(options, "hide_sql");
  }

  public Optional<String> fragment() {
    return Tree.text(options, "fragment");
  }

  /// The declared parameters, or those that the statement names.
  public List<String> parameters() {
    var declared = Tree.list(options, "params").stream().map(Object::toString).toList();
    return declared.isEmpty() ? List.copyOf(SqlScan.scan(sql).names()) : declared;
  }

  /// Writing queries are not served.
  public boolean isWrite() {
    return Tree.flag(options, "write");
  }

  @Override
  public Map<String, Object> toMap() {
    var declared = Tree.list(options, "params");
    var map = new LinkedHashMap<String, Object>();
    map.put("database", database);
    map.put("name", name);
    map.put("sql", sql);
    map.put("title", title());
    map.put("description", description());
    map.put("description_html", descriptionHtml());
    map.put("hide_sql", hidesSql());
    map.put("fragment", fragment());
    map.put("params", declared);
    map.put("parameters", declared);
    map.put("is_write", isWrite());
    map.put("is_private", false);
    map.put("is_trusted", true);
    map.put("source", "config");
    map.put("owner_id", Optional.empty());
    for (var key : List.of("on_success_message", "on_success_message_sql", "on_success_redirect", "on_error_message",
        "on_error_redirect")) {
      map.put(key, Tree.text(options, key));
    }
    return map;
  }
}
