package band.civic.corkboard.page;

import java.util.List;

/// The page of what changed since the version before.
///
/// @param words since when, or why nothing is known
/// @param tables what became of each table that is different
/// @param same names of those that are not
/// @param details some of the rows
public record ChangesPage(String words, List<Line> tables, List<String> same, List<Detail> details) {

  /// @param table the table
  /// @param before rows of the earlier version
  /// @param after rows now
  /// @param counts rows added, removed and changed
  /// @param note why they are not known, or which columns changed how often
  public record Line(Link table, String before, String after, List<String> counts, String note) {}

  /// Rows of one table.
  public record Detail(String table, List<Row> rows) {}

  /// @param kind `added`, `removed` or `changed`
  /// @param key the row's page, when there is one
  /// @param values its values, or what changed in it
  public record Row(String kind, Link key, List<Value> values) {}

  /// @param column the column
  /// @param before the value before; of an added row nothing
  /// @param after the value now; of a removed row nothing
  public record Value(String column, String before, String after) {}
}
