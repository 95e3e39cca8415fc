package band.civic.corkboard.query;

import band.civic.corkboard.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How values of columns with a configured type (`url`, `email`, `json`) look on a page; values that look as they are
/// are left out.
final class RenderedCells {
  private final List<String> columns;
  private final Map<String, Object> types;

  /// @param types the `column_types` of the table
  RenderedCells(List<String> columns, Map<String, Object> types) {
    this.columns = columns;
    this.types = types;
  }

  List<Map<String, String>> of(List<@Nullable Object[]> rows) {
    var all = new ArrayList<Map<String, String>>();
    for (var row : rows) {
      var rendered = new LinkedHashMap<String, String>();
      for (int i = 0; i < columns.size(); i++) {
        var column = columns.get(i);
        html(type(column), row[i]).ifPresent(h -> rendered.put(column, h));
      }
      all.add(rendered);
    }
    return all;
  }

  private String type(String column) {
    var type = types.get(column);
    return String.valueOf(type instanceof Map<?, ?> map ? map.get("type") : type);
  }

  private static Optional<String> html(String type, @Nullable Object value) {
    if (!(value instanceof String text) || text.isEmpty()) {
      return Optional.empty();
    }
    var safe = escaped(text.strip());
    return switch (type) {
      case "url" -> text.strip().matches("(?i)https?://\\S+")
          ? Optional.of("<a href=\"" + safe + "\">" + safe + "</a>")
          : Optional.empty();
      case "email" -> Optional.of("<a href=\"mailto:" + safe + "\">" + safe + "</a>");
      case "json" -> Json.parse(text).map(p -> "<pre>" + escaped(indented(p.value(), "")) + "</pre>");
      default -> Optional.empty();
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  private static String indented(@Nullable Object value, String margin) {
    var parts = new ArrayList<String>();
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((k, v) -> parts.add(Json.text(String.valueOf(k)) + ": " + indented(v, margin + "  ")));
      return "{" + lines(parts, margin) + "}";
    }
    if (value instanceof List<?> items && !items.isEmpty()) {
      items.forEach(v -> parts.add(indented(v, margin + "  ")));
      return "[" + lines(parts, margin) + "]";
    }
    return Json.text(value);
  }

  private static String lines(List<String> parts, String margin) {
    return "\n" + margin + "  " + String.join(",\n" + margin + "  ", parts) + "\n" + margin;
  }
}
