package band.civic.corkboard.query;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A foreign key with the words for the row it points to.
///
/// @param value the key
/// @param label the words
public record Labelled(Object value, @Nullable Object label) implements JsonObject {

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("value", value);
    map.put("label", label);
    return map;
  }
}
