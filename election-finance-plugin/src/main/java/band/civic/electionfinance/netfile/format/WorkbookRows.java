package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.electionfinance.netfile.xlsx.XlsxFile;
import band.civic.electionfinance.netfile.xlsx.XlsxSheet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The rows of a yearly workbook, sheet after sheet. Private columns are never turned to text.
final class WorkbookRows implements RowSource {
  private final String file;
  private final XlsxFile workbook;
  private final Iterator<String> sheets = WorkbookSheets.names().iterator();
  private Optional<OpenSheet> open = Optional.empty();

  private record OpenSheet(WireHeader header, XlsxSheet sheet) {}

  WorkbookRows(String file, XlsxFile workbook) {
    this.file = file;
    this.workbook = workbook;
    var missing = WorkbookSheets.names().stream().filter(name -> !workbook.sheetNames().contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new BadSourceData(file + " lacks the sheets " + String.join(", ", missing)
          + ": NetFile's workbook has 16. Fetch the file again.");
    }
  }

  @Override
  public Optional<WireRow> next() {
    while (open.isPresent() || sheets.hasNext()) {
      var current = open.isPresent() ? open.get() : openNext();
      var row = nextOf(current);
      if (row.isPresent()) {
        return row;
      }
      current.sheet().close();
      open = Optional.empty();
    }
    return Optional.empty();
  }

  /// Reads the header of every sheet and nothing else.
  @Override
  public void check() {
    while (sheets.hasNext()) {
      openNext().sheet().close();
      open = Optional.empty();
    }
  }

  @Override
  public List<String> remarks() {
    return workbook.sheetNames()
        .stream()
        .filter(name -> !WorkbookSheets.names().contains(name))
        .map(name -> "sheet " + name + " is not known and was not read")
        .toList();
  }

  private static Optional<WireRow> nextOf(OpenSheet current) {
    while (current.sheet().next()) {
      var cells = current.sheet().cells();
      if (!isEmpty(cells)) {
        return Optional.of(new WireRow(current.header(), current.sheet().row(), cells));
      }
    }
    return Optional.empty();
  }

  private static boolean isEmpty(String[] cells) {
    for (var cell : cells) {
      if (!cell.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private OpenSheet openNext() {
    var name = sheets.next();
    var sheet = workbook.openSheet(name);
    var columns = sheet.next() ? sheet.cells() : new String[0];
    var header = new WireHeader(RawKind.WORKBOOK_XLSX, name, Arrays.asList(columns));
    var missing = WorkbookSheets.missingColumns(header);
    if (!missing.isEmpty()) {
      throw new BadSourceData(file + ": sheet " + name + " lacks the columns " + String.join(", ", missing)
          + ". NetFile may have changed its export; see docs/reference/netfile-formats.md.");
    }
    sheet.select(readable(columns));
    var opened = new OpenSheet(header, sheet);
    open = Optional.of(opened);
    return opened;
  }

  private static boolean[] readable(String[] columns) {
    var readable = new boolean[columns.length];
    for (var i = 0; i < columns.length; i++) {
      readable[i] = !columns[i].isEmpty() && !PrivateColumns.contains(columns[i]);
    }
    return readable;
  }

  @Override
  public void close() {
    open.ifPresent(current -> current.sheet().close());
    workbook.close();
  }
}
