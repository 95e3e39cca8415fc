package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.electionfinance.netfile.csv.CsvRecords;
import band.civic.electionfinance.netfile.csv.TextSource;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rows of a CSV file with a header: one sheet of a workbook, or a page of Connect2.
final class CsvRows implements RowSource {
  private final CsvRecords records;
  private final WireHeader header;
  private final boolean[] secret;

  private CsvRows(CsvRecords records, WireHeader header) {
    this.records = records;
    this.header = header;
    var columns = header.columns();
    this.secret = new boolean[columns.size()];
    for (var i = 0; i < secret.length; i++) {
      secret[i] = PrivateColumns.contains(columns.get(i));
    }
  }

  /// One sheet, named by the file's name.
  static CsvRows ofSheet(Path file) {
    var sheet = WorkbookSheets.findByFileName(file.getFileName().toString())
        .orElseThrow(() -> new BadSourceData(file.getFileName() + " is not named after one of the sheets "
            + String.join(", ", WorkbookSheets.names()) + ". Rename it to <sheet>.csv."));
    var rows = open(file, RawKind.SHEET_CSV, sheet);
    rows.require(file, WorkbookSheets.missingColumns(rows.header));
    return rows;
  }

  /// A page of Connect2's CSV export.
  static CsvRows ofConnect2(Path file, RawKind kind) {
    var transactions = kind == RawKind.CONNECT2_TRANSACTIONS_CSV;
    var rows = open(file, kind, transactions ? "transactions" : "summary");
    rows.require(file, rows.lacking(transactions
        ? List.of("netFileKey", "form_Type", "filingId", "filerName")
        : List.of("filingId", "form_Type", "line_Item", "amount_A")));
    return rows;
  }

  private static CsvRows open(Path file, RawKind kind, String sheet) {
    var records = new CsvRecords(TextSource.of(file));
    var columns = records.next()
        .map(CsvRecord::getFields)
        .orElseThrow(() -> new BadSourceData(file.getFileName() + " is empty: it has no header line."));
    return new CsvRows(records, new WireHeader(kind, sheet, columns.stream().map(String::strip).toList()));
  }

  private List<String> lacking(List<String> required) {
    return required.stream().filter(column -> header.indexOf(column) < 0).toList();
  }

  private void require(Path file, List<String> missing) {
    if (!missing.isEmpty()) {
      close();
      throw new BadSourceData(file.getFileName() + " lacks the columns " + String.join(", ", missing) + " in its header"
          + ". See docs/reference/netfile-formats.md.");
    }
  }

  @Override
  public Optional<WireRow> next() {
    for (var record = records.next(); record.isPresent(); record = records.next()) {
      var row = row(record.get());
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Optional<WireRow> row(CsvRecord csv) {
    var width = header.columns().size();
    var fields = csv.getFieldCount();
    if (fields < width || csv.getFields().subList(width, fields).stream().anyMatch(field -> !field.isBlank())) {
      records.refuse(csv, fields + " fields where the header has " + width);
      return Optional.empty();
    }
    var line = records.accept(csv);
    var cells = new String[width];
    for (var i = 0; i < width; i++) {
      cells[i] = secret[i] ? "" : cell(csv.getField(i), i);
    }
    return Arrays.stream(cells).allMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(new WireRow(header, line, cells));
  }

  /// Programs that turn JSON to CSV write null as `None`. In a sheet, people without an employer write it themselves.
  private String cell(String field, int column) {
    var text = field.strip();
    return text.equals("None") && !(header.kind() == RawKind.SHEET_CSV && isWork(header.columns().get(column)))
        ? ""
        : text;
  }

  private static boolean isWork(String column) {
    return column.endsWith("_Emp") || column.endsWith("_Occ");
  }

  @Override
  public List<WireFault> faults() {
    return faults(records);
  }

  static List<WireFault> faults(CsvRecords records) {
    return records.refused()
        .stream()
        .map(refused -> new WireFault(refused.line(), refused.reason(), refused.excerpt()))
        .toList();
  }

  @Override
  public void close() {
    records.close();
  }
}
