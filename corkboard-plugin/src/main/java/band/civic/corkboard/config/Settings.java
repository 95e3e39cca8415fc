package band.civic.corkboard.config;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The settings of a server by Datasette's names; a name that is none of them is an error.
public final class Settings {
  private static final Map<String, Object> DEFAULTS = defaults();

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  private static Map<String, Object> defaults() {
    var all = new LinkedHashMap<String, Object>();
    all.put("default_page_size", 100);
    all.put("max_returned_rows", 1000);
    all.put("max_insert_rows", 100);
    all.put("num_sql_threads", 3);
    all.put("sql_time_limit_ms", 1000);
    all.put("default_facet_size", 30);
    all.put("facet_time_limit_ms", 200);
    all.put("facet_suggest_time_limit_ms", 50);
    all.put("allow_facet", true);
    all.put("allow_download", true);
    all.put("allow_signed_tokens", true);
    all.put("default_allow_sql", true);
    all.put("max_signed_tokens_ttl", 0);
    all.put("suggest_facets", true);
    all.put("default_cache_ttl", 5);
    all.put("cache_size_kb", 0);
    all.put("allow_csv_stream", true);
    all.put("max_csv_mb", 100);
    all.put("truncate_cells_html", 2048);
    all.put("force_https_urls", false);
    all.put("template_debug", false);
    all.put("trace_debug", false);
    all.put("base_url", "/");
    return all;
  }

  public static Settings standard() {
    return new Settings(DEFAULTS);
  }

  /// These settings with one changed.
  public Settings with(String name, Object value) {
    var standard = DEFAULTS.get(name);
    if (standard == null) {
      throw new BadConfiguration(name + " is not a valid setting; valid are " + String.join(", ", DEFAULTS.keySet()));
    }
    var changed = new LinkedHashMap<>(values);
    changed.put(name, converted(name, standard, value.toString()));
    return new Settings(changed);
  }

  private static Object converted(String name, Object standard, String value) {
    return switch (standard) {
      case Boolean _ -> flag(name, value);
      case Integer _ -> number(name, value);
      default -> name.equals("base_url") && !value.endsWith("/") ? value + "/" : value;
    };
  }

  private static Boolean flag(String name, String value) {
    return switch (value.toLowerCase(java.util.Locale.ROOT)) {
      case "on", "true", "1" -> true;
      case "off", "false", "0" -> false;
      default -> throw new BadConfiguration(name + " should be on/off/true/false/1/0, not " + value);
    };
  }

  private static Integer number(String name, String value) {
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new BadConfiguration(name + " should be an integer, not " + value, e);
    }
  }

  public int number(String name) {
    return values.get(name) instanceof Integer number ? number : 0;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /// What every path starts with, without the slash at the end.
  public String basePath() {
    var url = String.valueOf(values.get("base_url"));
    return url.replaceFirst("/+$", "");
  }

  /// All settings in their usual order.
  public Map<String, Object> toMap() {
    var all = new LinkedHashMap<>(DEFAULTS);
    all.replaceAll((name, _) -> values.getOrDefault(name, ""));
    return all;
  }
}
