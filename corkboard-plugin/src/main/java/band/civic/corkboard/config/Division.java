package band.civic.corkboard.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/// Takes some keys of a configuration out of all its levels: of the whole, of its databases, of their tables.
final class Division {
  private final BiPredicate<String, Level> wanted;

  /// Where a key stands.
  enum Level {
    INSTANCE, DATABASE, TABLE
  }

  private Division(BiPredicate<String, Level> wanted) {
    this.wanted = wanted;
  }

  /// The wanted keys of a tree; databases and tables of which nothing is wanted are left out.
  static Map<String, Object> of(Map<String, Object> tree, BiPredicate<String, Level> wanted) {
    return new Division(wanted).level(tree, Level.INSTANCE);
  }

  private Map<String, Object> level(Map<String, Object> part, Level level) {
    var out = new LinkedHashMap<String, Object>();
    part.forEach((key, value) -> {
      if (level == Level.INSTANCE && key.equals("databases")) {
        put(out, key, below(Tree.map(part, key), Level.DATABASE));
      } else if (level == Level.DATABASE && key.equals("tables")) {
        put(out, key, below(Tree.map(part, key), Level.TABLE));
      } else if (wanted.test(key, level)) {
        out.put(key, value);
      }
    });
    return out;
  }

  private Map<String, Object> below(Map<String, Object> named, Level level) {
    var out = new LinkedHashMap<String, Object>();
    named.keySet().forEach(name -> put(out, name, level(Tree.map(named, name), level)));
    return out;
  }

  private static void put(Map<String, Object> out, String key, Map<String, Object> value) {
    if (!value.isEmpty()) {
      out.put(key, value);
    }
  }
}
