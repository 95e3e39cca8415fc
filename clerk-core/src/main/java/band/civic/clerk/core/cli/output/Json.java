package band.civic.clerk.core.cli.output;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes the answers of `--json`: two spaces of indentation, keys in the order of the map. Small on purpose: a command
/// that prints one list does not wait for a JSON library.
public final class Json {

  private Json() {}

  /// JSON of maps, lists, texts, numbers, booleans and optionals (empty: `null`); anything else by its `toString`.
  public static String of(@Nullable Object value) {
    var json = new StringBuilder();
    append(json, value, "\n");
    return json.toString();
  }

  private static void append(StringBuilder json, @Nullable Object value, String newLine) {
    switch (value) {
      case null -> json.append("null");
      case Number number -> json.append(number);
      case Boolean bool -> json.append(bool);
      case Optional<?> optional -> append(json, optional.orElse(null), newLine);
      case OptionalLong number -> append(json, number.isPresent() ? number.getAsLong() : null, newLine);
      case OptionalInt number -> append(json, number.isPresent() ? number.getAsInt() : null, newLine);
      case Map<?, ?> map -> map(json, map, newLine);
      case List<?> list -> list(json, list, newLine);
      default -> text(json, value.toString());
    }
  }

  private static void map(StringBuilder json, Map<?, ?> map, String newLine) {
    var separator = "{";
    for (var entry : map.entrySet()) {
      json.append(separator).append(newLine).append("  ");
      text(json, String.valueOf(entry.getKey()));
      json.append(": ");
      append(json, entry.getValue(), newLine + "  ");
      separator = ",";
    }
    json.append(map.isEmpty() ? "{}" : newLine + "}");
  }

  private static void list(StringBuilder json, List<?> list, String newLine) {
    var separator = "[";
    for (var item : list) {
      json.append(separator).append(newLine).append("  ");
      append(json, item, newLine + "  ");
      separator = ",";
    }
    json.append(list.isEmpty() ? "[]" : newLine + "]");
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        case '\r' -> json.append("\\r");
        default -> json.append(c < ' ' || c == 0x7f ? "\\u00" + (c < 16 ? "0" : "") + Integer.toHexString(c) : c);
      }
    }
    json.append('"');
  }
}
