package band.civic.clerk.etl.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table as its database describes it.
///
/// @param root the page its b-tree starts at
/// @param sql the statement that makes it
/// @param columns the stored columns without the key, in their order
/// @param key the name of the `INTEGER PRIMARY KEY`
/// @param keyPlace the key's place among all stored columns
record TableShape(String name, int root, String sql, List<Column> columns, String key, int keyPlace,
    List<TableIndex> indexes) {

  /// @throws IllegalArgumentException when there is no such table, or it has no `INTEGER PRIMARY KEY`
  static TableShape read(Connection connection, String table) throws SQLException {
    try (var query = connection.prepareStatement("SELECT rootpage, sql FROM main.sqlite_schema WHERE type = 'table' "
        + "AND name = ?")) {
      query.setString(1, table);
      try (var row = query.executeQuery()) {
        if (!row.next() || row.getString(2).toUpperCase(Locale.ROOT).contains("WITHOUT ROWID")) {
          throw new IllegalArgumentException("There is no table " + table + " with a rowid");
        }
        return new SchemaReader(connection, table).read(row.getInt(1), row.getString(2));
      }
    }
  }

  /// All stored columns, the key among them.
  List<String> names() {
    var names = new ArrayList<>(columns.stream().map(Column::name).toList());
    names.add(keyPlace, key);
    return names;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
