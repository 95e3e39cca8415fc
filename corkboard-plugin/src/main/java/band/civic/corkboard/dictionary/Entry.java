package band.civic.corkboard.dictionary;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table or view.
///
/// @param name in the database
/// @param title for people
/// @param description which rows it holds
/// @param kind `table` or `view`
/// @param rows how many; nothing when they could not be counted in time
/// @param columns its columns
public record Entry(String name, String title, String description, String kind, Optional<Long> rows,
    List<ColumnEntry> columns) implements JsonObject {

  /// A column.
  ///
  /// @param name in the database
  /// @param type as declared; empty when nothing was declared
  /// @param found kinds of values that are really there, the values looked at: `text`, `integer, real`
  /// @param filled share of rows that have a value, of those looked at; nothing when nobody looked
  /// @param traits `key`, `required`, and the table it refers to
  /// @param description what it means
  public record ColumnEntry(String name, String type, String found, Optional<Double> filled, Traits traits,
      String description) implements JsonObject {

    /// In percent, rounded; 100 only when no value is missing.
    public String filledText() {
      return filled
          .map(f -> f >= 1 ? "100%" : f > 0 && f < 0.005 ? "< 1%" : (int) Math.min(99, Math.round(f * 100)) + "%")
          .orElse("");
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
      var map = new LinkedHashMap<String, @Nullable Object>();
      map.put("name", name);
      map.put("type", type);
      map.put("found_types", found.isEmpty() ? List.of() : List.of(found.split(", ")));
      map.put("filled", filled);
      map.put("primary_key", traits.key);
      map.put("not_null", traits.required);
      map.put("references", traits.refersTo);
      map.put("description", description);
      return map;
    }
  }

  /// @param key true when it is part of the primary key
  /// @param required true when it may not be empty
  /// @param refersTo the table whose rows it names
  public record Traits(boolean key, boolean required, Optional<String> refersTo) {}

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("name", name);
    map.put("title", title);
    map.put("description", description);
    map.put("kind", kind);
    map.put("rows", rows);
    map.put("columns", columns);
    return map;
  }
}
