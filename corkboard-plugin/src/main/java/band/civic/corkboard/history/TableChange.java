package band.civic.corkboard.history;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of one table.
///
/// @param table its name
/// @param rows how many there were and are
/// @param difference rows added, removed and changed; nothing of it known when the note says why
/// @param columns how many of the changed rows changed in each column, the rarest first
/// @param samples some of the rows
/// @param note why rows could not be compared; empty when they were
public record TableChange(String table, Rows rows, Difference difference, Map<String, Integer> columns,
    List<Sample> samples, String note) implements JsonObject {

  /// @param before rows of the earlier version; nothing when it had no such table
  /// @param after rows now; nothing when there is no such table any more
  public record Rows(@Nullable Long before, @Nullable Long after) {}

  public record Difference(long added, long removed, long changed) {

    static Difference none() {
      return new Difference(0, 0, 0);
    }
  }

  /// A row.
  ///
  /// @param kind `added`, `removed` or `changed`
  /// @param key its key's values; empty for rows that only a rowid tells apart
  /// @param row its values by column; of a changed row those that changed, now
  /// @param before of a changed row those that changed, before
  public record Sample(String kind, List<@Nullable Object> key, Map<String, @Nullable Object> row,
      Map<String, @Nullable Object> before) implements JsonObject {

    @Override
    public Map<String, @Nullable Object> toMap() {
      var map = new LinkedHashMap<String, @Nullable Object>();
      map.put("kind", kind);
      map.put("key", key);
      map.put("row", row);
      if (kind.equals("changed")) {
        map.put("before", before);
      }
      return map;
    }
  }

  static TableChange unknown(String table, Rows rows, String note) {
    return new TableChange(table, rows, Difference.none(), Map.of(), List.of(), note);
  }

  /// True when something is different, or nobody knows.
  public boolean isChanged() {
    return !note.isEmpty() || difference.added + difference.removed + difference.changed > 0;
  }

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("table", table);
    map.put("rows_before", rows.before);
    map.put("rows", rows.after);
    map.put("added", note.isEmpty() ? difference.added : null);
    map.put("removed", note.isEmpty() ? difference.removed : null);
    map.put("changed", note.isEmpty() ? difference.changed : null);
    map.put("changed_columns", columns);
    map.put("samples", samples);
    if (!note.isEmpty()) {
      map.put("note", note);
    }
    return map;
  }
}
