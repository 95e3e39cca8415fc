package band.civic.corkboard.sqlite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One statement and the values of its named parameters (`:name`, `@name`, `$name`).
///
/// @param text SQL
/// @param params by name without its mark
public record Sql(String text, Map<String, @Nullable Object> params) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public Sql {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  public static Sql of(String text) {
    return new Sql(text, Map.of());
  }

  /// A name as SQL: bare when that is safe, else in double quotes.
  public static String name(String name) {
    return PLAIN.matcher(name).matches() && !Keywords.isReserved(name) ? name : quoted(name);
  }

  /// A name in double quotes, whatever it holds.
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text literal.
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
