package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.electionfinance.netfile.cal.CalLayout;
import band.civic.electionfinance.netfile.csv.CsvRecords;
import band.civic.electionfinance.netfile.csv.TextSource;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The records of a CAL 2.01 e-file. Every row also carries the facts of the cover under the workbook's names, because
/// in the file they stand only once; a row's sheet is its record type.
final class CalRows implements RowSource {
  /// Cover fact by workbook column: what a workbook repeats in each row.
  private static final Map<String, String> REPEATED = new LinkedHashMap<>();
  /// Form 496 has the candidate or measure on its cover alone.
  /// On these forms the cover's office is not the filer's but that of the candidate whom the money was spent on.
  private static final Set<String> OF_ANOTHER = Set.of("F465", "F465P3", "F496", "F496P3");
  private static final String INDEPENDENT_REPORT = "S496";
  private static final List<String> REPEATED_ON_496 = List.of("Cand_NamL", "Cand_NamF", "Cand_NamT", "Cand_NamS",
      "Office_Cd", "Offic_Dscr", "Juris_Cd", "Juris_Dscr", "Dist_No", "Off_S_H_Cd", "Bal_Name", "Bal_Num", "Bal_Juris",
      "Sup_Opp_Cd");

  static {
    List.of("Filer_ID", "Filer_NamL", "Filer_NamF", "Report_Num", "Rpt_Date", "From_Date", "Thru_Date", "Elect_Date",
        "Rpt_ID_Num").forEach(column -> REPEATED.put(column, column));
    REPEATED.put("Committee_Type", "Entity_Cd");
    REPEATED.put("tblCover_Office_Cd", "Office_Cd");
    REPEATED.put("tblCover_Offic_Dscr", "Offic_Dscr");
  }

  private final CsvRecords records;
  private final Map<String, WireHeader> headers = new HashMap<>();
  private Map<String, String> cover = Map.of();

  private CalRows(CsvRecords records) {
    this.records = records;
  }

  /// @throws BadSourceData when the text does not begin with a CAL header
  static CalRows open(TextSource text) {
    var records = new CsvRecords(text);
    var first = records.next().map(CsvRecord::getFields).orElse(List.of(""));
    if (!first.get(0).strip().equals("HDR")) {
      records.close();
      throw new BadSourceData(text.name() + " is no CAL e-file: its first record is not HDR.");
    }
    return new CalRows(records);
  }

  @Override
  public Optional<WireRow> next() {
    for (var csv = records.next(); csv.isPresent(); csv = records.next()) {
      var row = row(csv.get());
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private Optional<WireRow> row(CsvRecord csv) {
    var values = csv.getFields().stream().map(String::strip).toList();
    if (values.stream().allMatch(String::isEmpty)) {
      records.accept(csv);
      return Optional.empty();
    }
    var form = values.size() > 1 ? values.get(1) : "";
    var fields = CalLayout.findFields(values.get(0), form);
    var fault = fields.isEmpty()
        ? Optional.of("record type " + values.get(0) + " is not known")
        : tooLong(values, fields.get(), form);
    if (fault.isPresent()) {
      records.refuse(csv, fault.get());
      return Optional.empty();
    }
    var line = records.accept(csv);
    if (values.get(0).equals("CVR")) {
      cover = byName(fields.get(), values);
    }
    return Optional.of(row(line, values, fields.get()));
  }

  private static Optional<String> tooLong(List<String> values, List<String> fields, String form) {
    if (values.size() <= fields.size() || !CalLayout.isComplete(values.get(0), form)) {
      return Optional.empty();
    }
    return values.subList(fields.size(), values.size()).stream().allMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(values.size() + " fields where " + values.get(0) + " has " + fields.size());
  }

  private WireRow row(long line, List<String> values, List<String> fields) {
    var header = headers.computeIfAbsent(values.get(0) + " " + values.get(1), key -> header(values, fields));
    var own = byName(fields, values);
    var cells = new String[header.columns().size()];
    for (var i = 0; i < cells.length; i++) {
      var column = header.columns().get(i);
      cells[i] = i < fields.size() ? own.getOrDefault(column, "") : cover.getOrDefault(coverField(column), "");
    }
    return new WireRow(header, line, cells);
  }

  private static WireHeader header(List<String> values, List<String> fields) {
    List<String> columns = new ArrayList<>(fields);
    REPEATED.keySet()
        .stream()
        .filter(column -> !fields.contains(column))
        .filter(column -> !(OF_ANOTHER.contains(values.get(1)) && column.startsWith("tblCover_")))
        .forEach(columns::add);
    if (values.get(0).equals(INDEPENDENT_REPORT)) {
      columns.addAll(REPEATED_ON_496);
    }
    return new WireHeader(RawKind.CAL_EFILE, values.get(0), columns);
  }

  private static String coverField(String column) {
    return REPEATED.getOrDefault(column, column);
  }

  private static Map<String, String> byName(List<String> fields, List<String> values) {
    Map<String, String> byName = new HashMap<>();
    for (var i = 0; i < Math.min(fields.size(), values.size()); i++) {
      var field = fields.get(i);
      byName.put(field, PrivateColumns.contains(field) ? "" : withoutAddress(field, values.get(i)));
    }
    return byName;
  }

  /// Free text of a statement of organization lists e-mail addresses.
  private static String withoutAddress(String field, String value) {
    return field.equals("Text4000") && value.contains("@") ? "" : value;
  }

  @Override
  public List<WireFault> faults() {
    return CsvRows.faults(records);
  }

  @Override
  public void close() {
    records.close();
  }
}
