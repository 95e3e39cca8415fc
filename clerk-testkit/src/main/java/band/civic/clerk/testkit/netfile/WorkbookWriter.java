package band.civic.clerk.testkit.netfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes workbooks as NetFile does: 16 sheets, shared strings, true dates, two decimals. Starts with headers alone.
///
/// ```java
/// var xlsx = new WorkbookWriter()
///     .row("A-Contributions", Map.of("Filer_ID", "1300001", "Tran_Date", LocalDate.of(2024, 3, 1),
///         "Tran_Amt1", new BigDecimal("250")))
///     .toXlsx();
/// ```
public final class WorkbookWriter {
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();
  private boolean sparse;
  private boolean inline;

  record Sheet(List<String> columns, List<Map<String, ?>> rows) {}

  public WorkbookWriter() {
    NetFileSheets.names().forEach(name -> sheets.put(name, new Sheet(NetFileSheets.columns(name), new ArrayList<>())));
  }

  /// Adds a row.
  ///
  /// @param cells by column: `String` as text, `LocalDate` as true date, `Number` as a number with two decimals,
  ///   `Boolean`; columns left out are empty
  /// @throws IllegalArgumentException for a sheet or column that the workbook does not have
  public WorkbookWriter row(String sheet, Map<String, ?> cells) {
    var target = sheets.get(sheet);
    if (target == null) {
      throw new IllegalArgumentException("no sheet " + sheet);
    }
    cells.keySet().stream().filter(column -> !target.columns().contains(column)).forEach(column -> {
      throw new IllegalArgumentException("sheet " + sheet + " has no column " + column);
    });
    target.rows().add(cells);
    return this;
  }

  /// Leaves out a sheet with its rows.
  public WorkbookWriter withoutSheet(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  /// Adds an empty sheet, or replaces one, with these columns.
  public WorkbookWriter withSheet(String sheet, List<String> columns) {
    sheets.put(sheet, new Sheet(List.copyOf(columns), new ArrayList<>()));
    return this;
  }

  /// Leaves out empty cells, as NetFile's newer exports do; otherwise each is written.
  public WorkbookWriter sparse() {
    sparse = true;
    return this;
  }

  /// Writes texts into the cells in place of shared strings.
  public WorkbookWriter inlineStrings() {
    inline = true;
    return this;
  }

  /// The workbook's bytes.
  public byte[] toXlsx() {
    return new WorkbookXml(sheets, sparse, inline).zip();
  }

  /// The workbook as the portal sends it: the only entry of a ZIP.
  public byte[] toZip(String entryName) {
    return new ZipWriter().entry(entryName, toXlsx()).toBytes();
  }
}
