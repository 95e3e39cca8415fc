package band.civic.clerk.etl.bulk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the shape of one table with SQLite's own table functions.
final class SchemaReader {
  private static final int GENERATED_VIRTUAL = 2;

  private final Connection connection;
  private final String table;
  private final List<Column> columns = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private String key = "";
  private int keyPlace = -1;

  SchemaReader(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  TableShape read(int root, String sql) throws SQLException {
    readColumns();
    if (keyPlace < 0) {
      throw new IllegalArgumentException("Table " + table + " has no INTEGER PRIMARY KEY");
    }
    return new TableShape(table, root, sql, List.copyOf(columns), key, keyPlace, readIndexes());
  }

  private void readColumns() throws SQLException {
    try (var query = connection.prepareStatement(
        "SELECT name, upper(type), \"notnull\", pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid")) {
      query.setString(1, table);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          addColumn(row);
        }
      }
    }
  }

  private void addColumn(ResultSet row) throws SQLException {
    if (row.getInt(5) == GENERATED_VIRTUAL) {
      places.add(-1); // computed when it is read, stored nowhere
      return;
    }
    if (row.getInt(5) != 0) {
      throw new IllegalArgumentException("Table " + table + " stores generated column " + row.getString(1));
    }
    var place = keyPlace < 0 ? columns.size() : columns.size() + 1;
    places.add(place);
    if (row.getInt(4) == 1 && "INTEGER".equals(row.getString(2))) {
      key = row.getString(1);
      keyPlace = place;
    } else {
      columns.add(new Column(row.getString(1), Column.Affinity.of(row.getString(2)), row.getBoolean(3)));
    }
  }

  private List<TableIndex> readIndexes() throws SQLException {
    var indexes = new ArrayList<TableIndex>();
    try (var query = connection.prepareStatement("""
        SELECT l.name, s.rootpage, l."unique" = 0 AND l.partial = 0, coalesce(s.sql, '')
        FROM pragma_index_list(?) l JOIN main.sqlite_schema s ON s.type = 'index' AND s.name = l.name
        ORDER BY s.rowid""")) {
      query.setString(1, table);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          indexes.add(index(row));
        }
      }
    }
    return List.copyOf(indexes);
  }

  private TableIndex index(ResultSet row) throws SQLException {
    var plain = row.getBoolean(3);
    var indexed = new ArrayList<Integer>();
    try (var query = connection.prepareStatement(
        "SELECT cid, \"desc\", upper(coll) FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno")) {
      query.setString(1, row.getString(1));
      try (var column = query.executeQuery()) {
        while (column.next()) {
          var place = column.getInt(1) < 0 ? -1 : places.get(column.getInt(1));
          plain &= place >= 0 && place != keyPlace && column.getInt(2) == 0
              && "BINARY".equals(column.getString(3).toUpperCase(Locale.ROOT)) && hasOneForm(place);
          indexed.add(place);
        }
      }
    }
    return new TableIndex(row.getString(1), row.getInt(2), List.copyOf(indexed), plain, row.getString(4));
  }

  /// A column of no type may hold 3 and 3.0, which are equal and differ in their bytes.
  private boolean hasOneForm(int place) {
    return columns.get(place < keyPlace ? place : place - 1).affinity() != Column.Affinity.BLOB;
  }
}
