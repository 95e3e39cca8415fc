package band.civic.corkboard.config;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.corkboard.http.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Configuration and metadata of a server or a site, from one file or several laid over each other: what Datasette
/// splits into `datasette.yaml` and `metadata.json` may stand in either.
public final class Config {
  private static final Set<String> NOT_INSTANCE = Set.of("databases", "plugins", "settings", "allow", "allow_sql",
      "permissions", "queries", "extra_css_urls", "extra_js_urls");
  private static final Set<String> NOT_DATABASE = Set.of("tables", "queries", "pages", "allow", "allow_sql",
      "plugins", "permissions", "allow_download");
  private static final Set<String> NOT_TABLE = Set.of("sort", "sort_desc", "size", "sortable_columns", "label_column",
      "hidden", "facets", "facet_size", "fts_table", "fts_pk", "searchmode", "column_types", "plugins", "allow",
      "columns", "units", "permissions");
  private final Map<String, Object> tree;
  private final Settings settings;
  private volatile String mark = "";

  private Config(Map<String, Object> tree, Settings settings) {
    this.tree = tree;
    this.settings = settings;
  }

  public static Config empty() {
    return new Config(Map.of(), Settings.standard());
  }

  /// This configuration with a file laid over it.
  public Config with(Path file) {
    return with(Tree.read(file));
  }

  /// A YAML file that belongs to the program, as it is.
  public static Map<String, Object> resource(String name) {
    return Tree.resource(name);
  }

  /// This configuration with a tree laid over it.
  public Config with(Map<String, Object> over) {
    var all = settings;
    for (var setting : Tree.map(over, "settings").entrySet()) {
      all = all.with(setting.getKey(), setting.getValue());
    }
    return new Config(Tree.merge(tree, over), all);
  }

  /// This configuration with another laid over it; the other's settings hold.
  public Config over(Config other) {
    return new Config(Tree.merge(tree, other.tree), other.settings);
  }

  public Config withSetting(String name, Object value) {
    var changed = settings.with(name, value);
    return new Config(Tree.merge(tree, Map.of("settings", Map.of(name, changed.toMap().getOrDefault(name, value)))),
        changed);
  }

  /// One setting, or by a dotted name (`databases.D.tables.T.size`) anything else; a value that is JSON is read as such.
  public Config withOption(String name, String value) {
    if (name.indexOf('.') < 0) {
      return withSetting(name, value);
    }
    var parts = name.split("\\.");
    Object inner = Json.parse(value).map(Json.Parsed::value).map(Object.class::cast).orElse(value);
    for (int i = parts.length - 1; i > 0; i--) {
      inner = Map.of(parts[i], inner);
    }
    return with(Map.of(parts[0], inner));
  }

  public Settings settings() {
    return settings;
  }

  /// The same for the same configuration; for ETags.
  public String mark() {
    if (mark.isEmpty()) {
      mark = Integer.toHexString(tree.hashCode()) + Integer.toHexString(settings.toMap().hashCode());
    }
    return mark;
  }

  /// Title, description, licence, source of the whole.
  public Map<String, Object> metadata() {
    return without(tree, NOT_INSTANCE);
  }

  public Map<String, Object> metadata(String database) {
    return without(Tree.map(tree, "databases", database), NOT_DATABASE);
  }

  /// A table's metadata; `columns` holds the descriptions of its columns.
  public Map<String, Object> metadata(String database, String table) {
    var options = table(database, table).options();
    var metadata = without(options, NOT_TABLE);
    metadata.put("columns", Tree.map(options, "columns"));
    return metadata;
  }

  /// The tables that the configuration names, in its order.
  public List<String> tableNames(String database) {
    return List.copyOf(Tree.map(tree, "databases", database, "tables").keySet());
  }

  public TableConfig table(String database, String table) {
    return new TableConfig(Tree.map(tree, "databases", database, "tables", table));
  }

  public List<StoredQuery> queries(String database) {
    return Tree.map(tree, "databases", database, "queries")
        .entrySet()
        .stream()
        .flatMap(e -> StoredQuery.of(database, e.getKey(), e.getValue()).stream())
        .toList();
  }

  /// The pages that a plugin declares for the database.
  public List<Page> pages(String database) {
    return Tree.map(tree, "databases", database).get("pages") instanceof DeclaredPages declared
        ? declared.pages()
        : List.of();
  }

  /// True when anybody may see the first page and what describes the whole.
  public boolean showsInstance() {
    return allows(tree, "allow", true);
  }

  /// True when anybody may see the database. What is said of a database counts more than what is said of the whole.
  public boolean showsDatabase(String database) {
    return allows(Tree.map(tree, "databases", database), "allow", showsInstance());
  }

  /// True when anybody may see the table, which may be shown though its database is not.
  public boolean showsTable(String database, String table) {
    return allows(table(database, table).options(), "allow", showsDatabase(database));
  }

  /// True when anybody may see the stored query.
  public boolean showsQuery(StoredQuery query) {
    return allows(query.options(), "allow", showsDatabase(query.database()));
  }

  /// True when anybody may ask the database in SQL.
  public boolean allowsSql(String database) {
    boolean whole = allows(tree, "allow_sql", settings.flag("default_allow_sql"));
    return showsDatabase(database) && allows(Tree.map(tree, "databases", database), "allow_sql", whole);
  }

  /// Nobody is signed in here: a block that names somebody refuses everybody.
  private static boolean allows(Map<String, Object> options, String key, boolean otherwise) {
    if (options.get(key) == null) {
      return otherwise;
    }
    return Tree.flag(options, key) || Tree.flag(Tree.map(options, key), "unauthenticated");
  }

  /// What the server was told to do, without what may be secret: settings, queries, options of tables.
  public Map<String, Object> options() {
    return Redaction.of(Division.of(tree, (key, level) -> inner(level).contains(key)
        && !key.equals("columns") && !key.equals("pages")));
  }

  /// What is said about the data, on every level.
  public Map<String, Object> allMetadata() {
    return Division.of(tree, (key, level) -> !inner(level).contains(key) || key.equals("columns"));
  }

  private static Set<String> inner(Division.Level level) {
    return switch (level) {
      case INSTANCE -> NOT_INSTANCE;
      case DATABASE -> NOT_DATABASE;
      case TABLE -> NOT_TABLE;
    };
  }

  private static Map<String, Object> without(Map<String, Object> part, Set<String> keys) {
    var out = new LinkedHashMap<>(part);
    out.keySet().removeAll(keys);
    return out;
  }
}
