package band.civic.corkboard.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Blots out what may be secret: the value of every key whose name says so.
final class Redaction {
  private static final List<String> SECRETS = List.of("secret", "key", "password", "token", "hash", "dsn");

  private Redaction() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> of(Map<String, Object> part) {
    var out = new LinkedHashMap<String, Object>();
    part.forEach((key, value) -> {
      if (SECRETS.stream().anyMatch(key.toLowerCase(Locale.ROOT)::contains)) {
        out.put(key, "***");
      } else {
        out.put(key, value instanceof Map<?, ?> map ? of((Map<String, Object>) map) : value);
      }
    });
    return out;
  }
}
