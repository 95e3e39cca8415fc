package band.civic.electionfinance.netfile.xlsx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The rows of one sheet, from the first on: `while (sheet.next()) { … sheet.cells() … }`.
public final class XlsxSheet implements AutoCloseable {
  private static final int MOST_COLUMNS = 16_384;

  private final XmlPart xml;
  private final SharedStrings strings;
  private final CellStyles styles;
  private final boolean since1904;
  private final StringBuilder text = new StringBuilder();
  /// A report's dates stand in each of its rows.
  private final Map<String, String> dates = new HashMap<>();
  private boolean[] wanted = new boolean[0];
  private long row;
  private String[] cells = {};
  private int width;

  XlsxSheet(XmlPart xml, SharedStrings strings, CellStyles styles, boolean since1904) {
    this.xml = xml;
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
  }

  /// From the next row on only these columns are turned to text; all rows get that many cells.
  public void select(boolean[] columns) {
    wanted = columns.clone();
  }

  /// Moves to the next row that the sheet stores; false at the end.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData for damaged XML
  public boolean next() {
    while (xml.next()) {
      if (xml.starts("row")) {
        row = Math.max(row + 1, CellStyles.number(xml.attribute("r")));
        readCells();
        return true;
      }
    }
    return false;
  }

  /// The row's number, from 1, as a spreadsheet program shows it.
  public long row() {
    return row;
  }

  /// The row's cells by column: ISO dates, plain decimal numbers, trimmed text, `""` where empty. A new array each row.
  public String[] cells() {
    return cells.length == width ? cells : Arrays.copyOf(cells, width);
  }

  private void readCells() {
    width = wanted.length;
    cells = new String[width];
    Arrays.fill(cells, "");
    var column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        column = readCell(column + 1);
      }
    }
  }

  private int readCell(int expected) {
    var column = expected;
    var style = 0;
    var type = "n";
    for (var i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> column = column(xml.attribute(i), expected);
        case "s" -> style = CellStyles.number(xml.attribute(i));
        case "t" -> type = xml.attribute(i);
        default -> {
        }
      }
    }
    if (isWanted(column)) {
      put(column, value(type, style));
    } else {
      xml.skipElement();
    }
    return column;
  }

  private boolean isWanted(int column) {
    return wanted.length == 0 ? column < MOST_COLUMNS : column < wanted.length && wanted[column];
  }

  private void put(int column, String value) {
    if (column >= cells.length) {
      var before = cells.length;
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * before));
      Arrays.fill(cells, before, cells.length, "");
    }
    cells[column] = value;
    width = Math.max(width, column + 1);
  }

  private String value(String type, int style) {
    if (type.equals("inlineStr")) {
      return SharedStrings.readText(xml, "c", text);
    }
    readStored();
    return switch (type) {
      case "s" -> strings.get(index());
      case "n" -> number(text.toString(), style);
      case "b" -> text.toString().equals("1") ? "True" : "False";
      case "d" -> day(CellText.text(text.toString()));
      default -> CellText.text(text.toString());
    };
  }

  private void readStored() {
    text.setLength(0);
    var inValue = false;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts()) {
        inValue = xml.name().equals("v");
      } else if (xml.ends()) {
        inValue = false;
      } else if (inValue && xml.isText()) {
        xml.appendTextTo(text);
      }
    }
  }

  private int index() {
    var index = 0L;
    for (var i = 0; i < text.length(); i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || index > Integer.MAX_VALUE) {
        return -1;
      }
      index = 10 * index + digit;
    }
    return text.isEmpty() || index > Integer.MAX_VALUE ? -1 : (int) index;
  }

  private String number(String stored, int style) {
    if (stored.isEmpty()) {
      return "";
    }
    return switch (styles.of(style)) {
      case NUMBER -> PlainNumber.of(stored);
      case DATE -> dates.computeIfAbsent(stored, serial -> CellText.date(serial, since1904));
      case TIME -> CellText.time(stored);
    };
  }

  private static String day(String instant) {
    return instant.length() > 10 && instant.charAt(10) == 'T' ? instant.substring(0, 10) : instant;
  }

  /// `C5` is column 2; a reference without letters stands at the expected place.
  private static int column(String reference, int expected) {
    var column = 0;
    for (var i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
      var letter = reference.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = 26 * column + letter - 'A' + 1;
    }
    return column == 0 ? expected : column - 1;
  }

  @Override
  public void close() {
    xml.close();
  }
}
