package band.civic.corkboard.schema;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/// A link between two tables by one column each.
///
/// @param otherTable the table at the other end
/// @param column this table's column
/// @param otherColumn the other table's column
public record ForeignKey(String otherTable, String column, String otherColumn) implements JsonObject {

  @Override
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("other_table", otherTable);
    map.put("column", column);
    map.put("other_column", otherColumn);
    return map;
  }
}
