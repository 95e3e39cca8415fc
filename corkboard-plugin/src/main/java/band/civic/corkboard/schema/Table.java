package band.civic.corkboard.schema;

import java.util.List;
import java.util.Optional;

/// A table or a view.
///
/// @param name as it was created
/// @param isView true for a view
/// @param columns in order, hidden ones included
/// @param primaryKeys the key's columns in order; empty for views and for tables that only have a rowid
/// @param outgoing what this table refers to
/// @param incoming what refers to this table
/// @param ftsTable the full-text index of this table
/// @param traits the rest
public record Table(String name, boolean isView, List<Column> columns, List<String> primaryKeys,
    List<ForeignKey> outgoing, List<ForeignKey> incoming, Optional<String> ftsTable, Traits traits) {

  /// Further facts about a table.
  ///
  /// @param sql its definition
  /// @param definition its definition and those of its indexes, each with a semicolon
  /// @param internal true for what SQLite or an index keeps for itself
  /// @param withoutRowid true when its rows have no rowid
  /// @param uniqueColumns columns that an index of their own makes unique
  public record Traits(String sql, String definition, boolean internal, boolean withoutRowid,
      List<String> uniqueColumns) {}

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  public Optional<Column> findColumn(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /// True when rows are told apart by rowid alone.
  public boolean usesRowid() {
    return !isView && primaryKeys.isEmpty();
  }

  /// The columns that tell rows apart: the key, or `rowid`; nothing for views.
  public List<String> keyColumns() {
    return usesRowid() ? List.of("rowid") : primaryKeys;
  }

  /// Where this table's column points to.
  public Optional<ForeignKey> findOutgoing(String column) {
    return outgoing.stream().filter(k -> k.column().equals(column)).findFirst();
  }
}
