package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.transform.wire.TxKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rows that say the same. Within one source they are as many items as there are rows, and get a number; the same rows
/// from a second source are the same items. Rows with the source's own key are one item however often they came.
final class Repeats {
  private static final Comparator<Row> FULLEST_FIRST = Comparator.<Row>comparingInt(row -> -row.content().length())
      .thenComparing(Row::content)
      .thenComparingInt(Row::unit)
      .thenComparingInt(Row::no);

  private final Map<Integer, String> keys = new HashMap<>();
  private final Set<Integer> dropped = new HashSet<>();

  private record Row(int no, int unit, boolean hasOwnKey, String content) {}

  private Repeats() {}

  static Repeats find(Connection connection, Set<String> repeatedKeys) throws SQLException {
    var repeats = new Repeats();
    if (repeatedKeys.isEmpty()) {
      return repeats;
    }
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE stage.repeated (row_key TEXT PRIMARY KEY) WITHOUT ROWID");
    }
    try (var batch = Batch.into(connection, "stage.repeated", 1)) {
      for (var key : repeatedKeys) {
        batch.add(key);
      }
      batch.flush();
    }
    repeats.read(connection);
    return repeats;
  }

  /// The row's number among rows that say the same, in its key; the row's own key when it is the first.
  String key(int row, String rowKey) {
    return keys.getOrDefault(row, rowKey);
  }

  /// Whether the row is a copy of one from another source.
  boolean isDropped(int row) {
    return dropped.contains(row);
  }

  int droppedRows() {
    return dropped.size();
  }

  private void read(Connection connection) throws SQLException {
    var sql = """
              SELECT row_key, row_no, unit, has_own_key, raw_json FROM stage.items
              WHERE row_key IN (SELECT row_key FROM stage.repeated) ORDER BY row_key""";
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      var key = "";
      var same = new ArrayList<Row>();
      while (rows.next()) {
        if (!rows.getString(1).equals(key)) {
          decide(key, same);
          same.clear();
          key = rows.getString(1);
        }
        same.add(new Row(rows.getInt(2), rows.getInt(3), rows.getBoolean(4), rows.getString(5)));
      }
      decide(key, same);
    }
  }

  /// The n-th of each source is one item; it is told by the source that says most of it.
  private void decide(String key, List<Row> same) {
    var nth = new LinkedHashMap<Integer, List<Row>>();
    var inUnit = new HashMap<Integer, Integer>();
    same.sort(Comparator.comparing(Row::content).thenComparingInt(Row::no));
    for (var row : same) {
      var n = row.hasOwnKey() ? 0 : inUnit.merge(row.unit(), 1, Integer::sum) - 1;
      nth.computeIfAbsent(n, number -> new ArrayList<>()).add(row);
    }
    nth.forEach((n, rows) -> {
      rows.sort(FULLEST_FIRST);
      keys.put(rows.getFirst().no(), TxKey.nth(key, n));
      rows.subList(1, rows.size()).forEach(row -> dropped.add(row.no()));
    });
  }
}
