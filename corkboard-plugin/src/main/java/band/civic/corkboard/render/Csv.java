package band.civic.corkboard.render;

import band.civic.corkboard.query.Labelled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// CSV as RFC 4180 has it: CRLF, quotes only where needed. Columns with labels are followed by a column of the labels;
/// blobs become links.
public final class Csv {
  private final OutputStream out;
  private final List<String> columns;
  private final List<String> labelled;
  private final BiFunction<@Nullable Object[], Integer, String> blobLink;

  /// @param labelled the columns that have labels
  /// @param blobLink the link to the blob in a column of a row
  public Csv(OutputStream out, List<String> columns, List<String> labelled,
      BiFunction<@Nullable Object[], Integer, String> blobLink) {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.labelled = List.copyOf(labelled);
    this.blobLink = blobLink;
  }

  public void writeHeader() throws IOException {
    var names = new ArrayList<String>();
    for (var column : columns) {
      names.add(column);
      if (labelled.contains(column)) {
        names.add(column + "_label");
      }
    }
    writeLine(names);
  }

  public void writeRow(@Nullable Object[] row) throws IOException {
    var cells = new ArrayList<String>(row.length);
    for (int i = 0; i < columns.size(); i++) {
      cells.add(row[i] instanceof byte[] ? blobLink.apply(row, i) : Cells.text(row[i]));
      if (labelled.contains(columns.get(i))) {
        cells.add(row[i] instanceof Labelled found ? Cells.text(found.label()) : "");
      }
    }
    writeLine(cells);
  }

  private void writeLine(List<String> cells) throws IOException {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(cells.get(i), cells.size() == 1));
    }
    out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  /// A line of one empty cell would be an empty line, which readers skip.
  private static String quoted(String cell, boolean alone) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return alone && cell.isEmpty() ? "\"\"" : cell;
  }
}
