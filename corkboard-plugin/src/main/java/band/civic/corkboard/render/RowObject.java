package band.civic.corkboard.render;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as a JSON object; when a name repeats, the last value counts.
final class RowObject implements JsonObject {
  private final List<String> columns;
  private final @Nullable Object[] values;

  RowObject(List<String> columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(values.length);
    for (int i = 0; i < values.length; i++) {
      map.put(columns.get(i), values[i]);
    }
    return map;
  }
}
