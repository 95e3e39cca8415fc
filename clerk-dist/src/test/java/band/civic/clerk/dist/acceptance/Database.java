package band.civic.clerk.dist.acceptance;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads a published database the way anybody's program would.
final class Database {
  /// What tells of runs and fetches, not of money: different after every run.
  private static final Set<String> STAMPS = Set.of("etl_runs", "sources", "publications");

  private Database() {}

  /// The first column of each row.
  static List<String> column(Path file, String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
        var rows = connection.createStatement().executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static String value(Path file, String sql) {
    return column(file, sql).getFirst();
  }

  /// A digest of every row of every table, source ids and run stamps apart.
  static Map<String, Integer> contentOf(Path file) {
    var content = new TreeMap<String, Integer>();
    for (var table : column(file,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' AND name NOT LIKE 'sqlite_%'")) {
      if (!STAMPS.contains(table)) {
        var columns = column(file,
            "SELECT '\"' || name || '\"' FROM pragma_table_info('" + table + "') WHERE name <> 'source_id'");
        content.put(table,
            column(file, "SELECT json_array(" + String.join(", ", columns) + ") FROM \"" + table + "\" ORDER BY 1")
                .hashCode());
      }
    }
    return content;
  }

  static void assertSound(Path file) {
    if (!column(file, "PRAGMA integrity_check").equals(List.of("ok"))) {
      throw new AssertionError(file + " is damaged");
    }
    if (!column(file, "PRAGMA foreign_key_check").isEmpty()) {
      throw new AssertionError(file + " has dangling references");
    }
  }
}
