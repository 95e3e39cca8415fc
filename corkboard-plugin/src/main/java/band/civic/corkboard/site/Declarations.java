package band.civic.corkboard.site;

import band.civic.clerk.spi.SiteDatabase;
import band.civic.corkboard.config.DeclaredPages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns what plugins declare into configuration: titles, sources, facets, sort orders and queries.
final class Declarations {

  private Declarations() {}

  static Map<String, Object> of(List<SiteDatabase> declared) {
    var databases = new LinkedHashMap<String, Object>();
    declared.forEach(d -> databases.put(d.name(), database(d)));
    return Map.of("databases", databases);
  }

  private static Map<String, Object> database(SiteDatabase declared) {
    var database = new LinkedHashMap<String, Object>();
    put(database, "title", declared.title());
    put(database, "description", declared.description());
    put(database, "source", declared.source());
    put(database, "source_url", declared.sourceUrl());
    put(database, "license", declared.licence());
    var tables = new LinkedHashMap<String, Object>();
    declared.tables().forEach(t -> tables.put(t.name(), table(t)));
    database.put("tables", tables);
    var queries = new LinkedHashMap<String, Object>();
    declared.queries().forEach(q -> queries.put(q.name(), Map.of("sql", q.sql(), "title", q.title())));
    database.put("queries", queries);
    database.put("pages", new DeclaredPages(declared.pages()));
    return database;
  }

  private static Map<String, Object> table(SiteDatabase.Table declared) {
    var table = new LinkedHashMap<String, Object>();
    put(table, "title", declared.title());
    put(table, "description", declared.description());
    put(table, "sort_desc", declared.sortDescending());
    put(table, "label_column", declared.label());
    if (!declared.facets().isEmpty()) {
      table.put("facets", declared.facets());
    }
    if (declared.hidden()) {
      table.put("hidden", true);
    }
    return table;
  }

  private static void put(Map<String, Object> into, String key, String value) {
    if (!value.isBlank()) {
      into.put(key, value);
    }
  }
}
