package band.civic.corkboard.render;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.http.Tilde;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON in the shape that `_shape` asks for.
public final class Shapes {
  private final Args args;
  private final Grid grid;

  private Shapes(Args args, Grid grid) {
    this.args = args;
    this.grid = grid;
  }

  /// @param around what stands around the rows in the shapes that have room for it; keeps its order, rows are put at
  ///   `rows`
  public static Answer answer(Args args, Grid grid, Map<String, @Nullable Object> around) {
    return new Shapes(args, decoded(args, grid)).shape(around);
  }

  private Answer shape(Map<String, @Nullable Object> around) {
    var shape = args.findFilled("_shape").orElse("objects");
    return switch (shape) {
      case "objects" -> json(withRows(around, objects()));
      case "arrays" -> json(withRows(around, grid.rows()));
      case "array" -> args.findFilled("_nl").isPresent() && !args.isOff("_nl") ? lines() : json(objects());
      case "arrayfirst" -> json(firsts());
      case "object" -> json(byKey());
      default -> throw Failure.badRequest("Invalid _shape: " + shape);
    };
  }

  private static Map<String, @Nullable Object> withRows(Map<String, @Nullable Object> around, Object rows) {
    var all = new LinkedHashMap<String, @Nullable Object>(around);
    all.put("rows", rows);
    return all;
  }

  private Answer json(Object value) {
    return Answer.of(Answer.JSON, Json.bytes(value, args.isOn("_json_infinity")));
  }

  private Answer lines() {
    boolean infinity = args.isOn("_json_infinity");
    var text = objects().stream()
        .map(o -> Json.line(o, infinity))
        .collect(Collectors.joining("\n"));
    return Answer.text(Answer.TEXT, text);
  }

  private List<RowObject> objects() {
    var objects = new ArrayList<RowObject>(grid.rows().size());
    for (var row : grid.rows()) {
      objects.add(new RowObject(grid.columns(), row));
    }
    return objects;
  }

  private List<@Nullable Object> firsts() {
    var firsts = new ArrayList<@Nullable Object>();
    for (var row : grid.rows()) {
      firsts.add(row.length == 0 ? null : row[0]);
    }
    return firsts;
  }

  private Map<String, RowObject> byKey() {
    var keys = grid.keys().orElseThrow(() -> Failure.badRequest("_shape=object is only available on tables"));
    if (keys.isEmpty()) {
      throw Failure.badRequest("_shape=object not available for tables with no primary keys");
    }
    var byKey = new LinkedHashMap<String, RowObject>();
    for (var row : grid.rows()) {
      byKey.put(keyPath(keys, grid.columns(), row), new RowObject(grid.columns(), row));
    }
    return byKey;
  }

  /// A row's key as it stands in a path: each part encoded, joined by commas.
  public static String keyPath(List<String> keys, List<String> columns, @Nullable Object[] row) {
    return keys.stream().map(k -> Tilde.encode(Cells.text(row[columns.indexOf(k)]))).collect(Collectors.joining(","));
  }

  /// Columns named by `_json` as the JSON they hold; what is no JSON stays text.
  private static Grid decoded(Args args, Grid grid) {
    var wanted = new HashSet<>(args.all("_json"));
    if (wanted.stream().noneMatch(grid.columns()::contains)) {
      return grid;
    }
    var rows = new ArrayList<@Nullable Object[]>();
    for (var row : grid.rows()) {
      @Nullable
      Object[] copy = row.clone();
      for (int i = 0; i < copy.length; i++) {
        if (wanted.contains(grid.columns().get(i)) && copy[i] instanceof String text) {
          copy[i] = Json.parse(text)
              .map(Json.Parsed::value)
              .map(Object.class::cast)
              .orElse(text.strip().equals("null") ? null : text);
        }
      }
      rows.add(copy);
    }
    return new Grid(grid.columns(), rows, grid.keys());
  }
}
