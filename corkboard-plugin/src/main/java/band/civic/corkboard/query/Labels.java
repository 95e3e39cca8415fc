package band.civic.corkboard.query;

import band.civic.corkboard.http.Numbers;
import band.civic.corkboard.schema.ForeignKey;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the words for foreign keys. NULL stays NULL, and a key that points nowhere stays as it is.
public final class Labels {
  private final Scope scope;

  public Labels(Scope scope) {
    this.scope = scope;
  }

  /// Puts labels into the cells of those columns, in place.
  public void expand(Table table, List<String> columns, List<@Nullable Object[]> rows) {
    for (var key : table.outgoing()) {
      int at = columns.indexOf(key.column());
      if (at < 0) {
        continue;
      }
      var values = rows.stream().map(r -> r[at]).filter(v -> v != null).collect(Collectors.toSet());
      var labels = labels(key, values);
      for (var row : rows) {
        var value = row[at];
        if (value != null && labels.containsKey(same(value))) {
          row[at] = new Labelled(value, labels.get(same(value)));
        }
      }
    }
  }

  /// Labels by value; a value without one is left out.
  public Map<Object, @Nullable Object> labels(ForeignKey key, Collection<? extends @Nullable Object> values) {
    var found = new HashMap<Object, @Nullable Object>();
    var other = scope.schema().find(key.otherTable());
    var label = other.flatMap(scope::labelColumn);
    if (label.isEmpty()) {
      values.stream().filter(v -> v != null).forEach(v -> found.put(same(v), text(v)));
      return found;
    }
    var distinct = new LinkedHashSet<@Nullable Object>(values);
    distinct.remove(null);
    if (!distinct.isEmpty() && other.isPresent()) {
      read(key, label.get(), List.copyOf(distinct), found);
    }
    return found;
  }

  private void read(ForeignKey key, String label, List<Object> values, Map<Object, @Nullable Object> found) {
    var params = new HashMap<String, @Nullable Object>();
    for (int i = 0; i < values.size(); i++) {
      params.put("p" + i, values.get(i));
    }
    var marks = params.keySet().stream().map(p -> ":" + p).collect(Collectors.joining(", "));
    var column = Sql.name(key.otherColumn());
    var sql = new Sql("select " + column + ", " + Sql.name(label) + " from " + Sql.name(key.otherTable()) + " where "
        + column + " in (" + marks + ")", params);
    try {
      scope.session().read(sql, scope.limits().withRows(100_000)).rows().forEach(r -> {
        if (r[0] != null) {
          found.put(same(r[0]), r[1]);
        }
      });
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
    }
  }

  /// Whole numbers are the same whatever Java type they came in.
  static Object same(Object value) {
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  static String text(Object value) {
    return value instanceof Double number ? Numbers.text(number) : value.toString();
  }
}
