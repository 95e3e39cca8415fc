package band.civic.electionfinance.netfile.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The 16 sheets of NetFile's yearly workbook and the columns without which they cannot be read.
final class WorkbookSheets {
  private static final List<String> EVERYWHERE = List.of("Filer_ID", "Filer_NamL", "Report_Num", "Rpt_Date",
      "From_Date", "Thru_Date", "Form_Type");
  private static final List<String> RECEIPT = List.of("Tran_ID", "Entity_Cd", "Tran_NamL", "Tran_Date", "Tran_Amt1");
  private static final List<String> PAYMENT = List.of("Tran_ID", "Entity_Cd", "Payee_NamL", "Expn_Date", "Amount");
  private static final List<String> DEBT = List.of("Tran_ID", "Payee_NamL", "Beg_Bal", "Amt_Incur", "Amt_Paid",
      "End_Bal");
  private static final List<String> LOAN = List.of("Tran_ID", "Lndr_NamL", "Loan_Date1", "Loan_Amt1");
  private static final Map<String, List<String>> SHEETS = sheets();

  private WorkbookSheets() {}

  private static Map<String, List<String>> sheets() {
    Map<String, List<String>> sheets = new LinkedHashMap<>();
    List.of("A", "C", "I", "F496P3").forEach(schedule -> sheets.put(schedule + "-Contributions", RECEIPT));
    List.of("F465P3", "F461P5", "D", "G", "E").forEach(schedule -> sheets.put(schedule + "-Expenditure", PAYMENT));
    sheets.put("F-Expenses", DEBT);
    List.of("B1", "B2", "H").forEach(schedule -> sheets.put(schedule + "-Loans", LOAN));
    sheets.put("Summary", List.of("Line_Item", "Amount_A", "Amount_B", "Amount_C"));
    sheets.put("497", List.of("Tran_ID", "Enty_NamL", "Ctrib_Date", "Amount", "Rpt_ID_Num"));
    sheets.put("496", List.of("Tran_ID", "Exp_Date", "Amount", "Rpt_ID_Num"));
    return sheets;
  }

  /// All sheets, in the workbook's order.
  static List<String> names() {
    return List.copyOf(SHEETS.keySet());
  }

  /// The columns that the sheet must have and this header lacks.
  static List<String> missingColumns(WireHeader header) {
    List<String> required = new ArrayList<>(EVERYWHERE);
    required.addAll(SHEETS.getOrDefault(header.sheet(), List.of()));
    required.removeIf(column -> header.indexOf(column) >= 0);
    return required;
  }

  /// The sheet that a file is named after: `A-Contributions.csv`, `efile_COAK_2016_A-Contributions.csv`.
  static Optional<String> findByFileName(String fileName) {
    var base = fileName.replaceFirst("(?i)(\\.(csv|txt))+$", "");
    return SHEETS.keySet()
        .stream()
        .filter(sheet -> base.equalsIgnoreCase(sheet) || base.matches("(?i).*[^A-Za-z0-9]" + sheet))
        .findFirst();
  }
}
