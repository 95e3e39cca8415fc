package band.civic.clerk.core.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows of text in columns as wide as their widest cell; columns that hold only numbers stand to the right.
public final class TextTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header) {
    this.header = header;
  }

  public static TextTable of(String... header) {
    return new TextTable(List.of(header));
  }

  /// Adds a row with as many cells as the header; line breaks and escapes are shown as spaces.
  public TextTable add(Object... cells) {
    var row = new ArrayList<String>();
    for (var cell : cells) {
      row.add(String.valueOf(cell).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ').replace('\u001b', ' '));
    }
    rows.add(row);
    return this;
  }

  /// The lines, without trailing blanks; the header alone when there are no rows.
  @Override
  public String toString() {
    var columns = IntStream.range(0, header.size()).mapToObj(this::column).toList();
    var lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    return lines.stream().map(cells -> line(cells, columns)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, List<Column> columns) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.size(); i++) {
      line.append(columns.get(i).padded(cells.get(i))).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private Column column(int index) {
    var cells = rows.stream().map(row -> row.get(index)).toList();
    var widest = Stream.concat(Stream.of(header.get(index)), cells.stream())
        .mapToInt(TextTable::length)
        .max()
        .orElse(0);
    return new Column(widest, !cells.isEmpty() && cells.stream().allMatch(TextTable::isNumber));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static boolean isNumber(String cell) {
    return cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ',');
  }

  private record Column(int width, boolean numeric) {
    String padded(String cell) {
      var blanks = " ".repeat(width - length(cell));
      return numeric ? blanks + cell : cell + blanks;
    }
  }
}
