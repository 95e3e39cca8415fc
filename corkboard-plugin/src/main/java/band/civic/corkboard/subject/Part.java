package band.civic.corkboard.subject;

import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.clerk.spi.SiteDatabase.Unit;
import band.civic.corkboard.http.JsonObject;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.sqlite.Rows;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A section and the rows that came of its statement.
///
/// @param section as it was declared
/// @param sql the statement with its values
/// @param rows what came of it; no columns when it failed
/// @param failure why there are no rows; empty when all went well
public record Part(Section section, Sql sql, Rows rows, String failure) implements JsonObject {

  /// Reads a section. One that takes too long, or asks for what this version of the file does not have, says so and
  /// leaves the rest of the page alone.
  public static Part read(Scope scope, Section section, Map<String, @Nullable Object> params) {
    var sql = new Sql(section.sql(), params);
    try {
      return new Part(section, sql, scope.session().read(sql, scope.limits()), "");
    } catch (SqlFailure e) {
      return switch (e.kind()) {
        case DAMAGED -> throw e;
        case INTERRUPTED -> failed(section, sql, "This took too long to be counted here.");
        case STATEMENT -> failed(section, sql, "This file cannot tell: " + e.text());
      };
    }
  }

  private static Part failed(Section section, Sql sql, String why) {
    return new Part(section, sql, new Rows(List.of(), List.of(), false), why);
  }

  /// The declared columns that the statement gave.
  public List<Column> columns() {
    return section.columns().stream().filter(c -> rows.columns().contains(c.name())).toList();
  }

  public @Nullable Object value(@Nullable Object[] row, String column) {
    int at = rows.columns().indexOf(column);
    return at < 0 ? null : row[at];
  }

  /// The columns of a chart: those of dollars, or of numbers when there are no dollars.
  public List<Column> measures() {
    var dollars = columns().stream().filter(c -> c.unit() == Unit.DOLLARS).toList();
    return dollars.isEmpty() ? columns().stream().filter(c -> c.unit() == Unit.NUMBER).toList() : dollars;
  }

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("name", section.name());
    map.put("title", section.title());
    map.put("counts", section.counts());
    map.put("columns", columns().stream().map(Part::describe).toList());
    map.put("rows", objects());
    map.put("truncated", rows.truncated());
    if (!failure.isEmpty()) {
      map.put("error", failure);
    }
    map.put("query", Map.of("sql", sql.text(), "params", sql.params()));
    return map;
  }

  private static Map<String, Object> describe(Column column) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", column.name());
    map.put("title", column.title());
    map.put("unit", column.unit().name().toLowerCase(java.util.Locale.ROOT));
    map.put("counts", column.counts());
    return map;
  }

  private List<Map<String, @Nullable Object>> objects() {
    var objects = new ArrayList<Map<String, @Nullable Object>>();
    for (var row : rows.rows()) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < row.length; i++) {
        object.put(rows.columns().get(i), row[i]);
      }
      objects.add(object);
    }
    return objects;
  }
}
