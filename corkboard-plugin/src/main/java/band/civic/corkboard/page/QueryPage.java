package band.civic.corkboard.page;

import java.util.List;
import java.util.Map;

/// The page of a question in SQL.
///
/// @param path where the form sends
/// @param statement the SQL and how it is shown
/// @param parameters names and values
/// @param result what came of it
public record QueryPage(String path, Statement statement, List<Map.Entry<String, String>> parameters, Result result) {

  /// @param sql the statement
  /// @param editable true for the reader's own
  /// @param shown true when a stored query shows its SQL
  /// @param editLink the statement as the reader's own; empty when that is not allowed
  /// @param toggle shows or hides the SQL
  public record Statement(String sql, boolean editable, boolean shown, String editLink, Link toggle) {}

  /// @param ran true when there is a result
  /// @param error what was wrong
  /// @param columns names
  /// @param rows values
  /// @param exports the same in other formats
  /// @param summary `12 rows`
  public record Result(boolean ran, String error, List<String> columns, List<List<Cell>> rows, List<Link> exports,
      String summary) {

    public static Result none(String error) {
      return new Result(false, error, List.of(), List.of(), List.of(), "");
    }
  }

  public String error() {
    return result.error;
  }

  public boolean editable() {
    return statement.editable;
  }

  public boolean showsSql() {
    return statement.shown;
  }

  public String sql() {
    return statement.sql;
  }

  public int lines() {
    return (int) Math.min(30, Math.max(6, statement.sql.lines().count() + 1));
  }

  public String editLink() {
    return statement.editLink;
  }

  public String toggleLink() {
    return statement.toggle.href();
  }

  public String toggleWords() {
    return statement.toggle.text();
  }

  public boolean ran() {
    return result.ran;
  }

  public List<Link> exports() {
    return result.exports;
  }

  public String summary() {
    return result.summary;
  }

  public List<String> columns() {
    return result.columns;
  }

  /// How a column's head stands: `num` over numbers alone.
  public String style(int column) {
    var styles = result.rows.stream()
        .map(r -> r.get(column).style())
        .filter(s -> !s.equals("null"))
        .distinct()
        .toList();
    return styles.equals(List.of("num")) ? "num" : "";
  }

  public List<List<Cell>> rows() {
    return result.rows;
  }
}
