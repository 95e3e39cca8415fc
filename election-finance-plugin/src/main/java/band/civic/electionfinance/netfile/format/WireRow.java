package band.civic.electionfinance.netfile.format;

/// One row as NetFile wrote it, whatever the file was: a sheet's row, a CSV line, a JSON object, a CAL record.
/// Column names keep the source's spelling and are found without regard to case.
public final class WireRow {
  private final WireHeader header;
  private final long line;
  private final String[] cells;

  /// @param header the columns of the file or sheet the row stands in
  /// @param line where it stands, from 1: the sheet's row number, the line, the object's ordinal in its page
  /// @param cells the texts, by column; `""` for an empty cell, trimmed, ISO dates where the source has true dates.
  ///   The row owns the array from now on; a short one stands for empty cells at the end.
  public WireRow(WireHeader header, long line, String... cells) {
    this.header = header;
    this.line = line;
    this.cells = cells;
  }

  public WireHeader header() {
    return header;
  }

  public long line() {
    return line;
  }

  /// The text in that column; `""` when the cell is empty or there is no such column.
  public String cell(String column) {
    var index = header.indexOf(column);
    return index < 0 ? "" : cell(index);
  }

  /// The text in the column of that place; `""` when the cell is empty.
  public String cell(int index) {
    return index < cells.length ? cells[index] : "";
  }

  /// The first of these columns that the file has and that is not empty here, else `""`.
  public String firstOf(String... columns) {
    for (var column : columns) {
      var text = cell(column);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
