package band.civic.electionfinance.extract;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Invented filings.
final class Synthetic {
  private Synthetic() {}

  /// A workbook with so many contributions.
  static byte[] workbook(int year, int contributions) {
    return writer(year, contributions).toXlsx();
  }

  static WorkbookWriter writer(int year, int contributions) {
    var workbook = new WorkbookWriter();
    for (var i = 0; i < contributions; i++) {
      workbook.row("A-Contributions", Map.of("Filer_ID", "1300001", "Filer_NamL", "Synthetic Committee", "Report_Num",
          "000", "Rec_Type", "RCPT", "Form_Type", "A", "Tran_ID", "T" + i, "Tran_Date", LocalDate.of(year, 3, 1),
          "Tran_Amt1", new BigDecimal("100.00")));
    }
    return workbook;
  }

  /// Rows of `cal201/transaction/year`, numbered from `first`.
  static List<Map<String, String>> transactions(int year, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(number -> transaction(year, number)).toList();
  }

  private static Map<String, String> transaction(int year, int number) {
    var row = new LinkedHashMap<String, String>();
    row.put("netFileKey", "%032x".formatted(number));
    row.put("filingId", Integer.toString(1000 + number / 100));
    row.put("filerLocalId", "BRK-1");
    row.put("filerStateId", "1300001");
    row.put("filerName", "Synthetic Committee");
    row.put("rec_Type", "RCPT");
    row.put("form_Type", "A");
    row.put("tran_Id", "T" + number);
    row.put("tran_NamL", "Donor, \"Invented\" " + number);
    row.put("tran_Date", year + "-03-01T00:00:00.0000000-08:00");
    row.put("tran_Amt1", "100.0");
    row.put("filingStartDate", year + "-01-01T00:00:00.0000000-08:00");
    row.put("filingEndDate", year + "-06-30T00:00:00.0000000-07:00");
    return row;
  }

  /// Rows of `cal201/summary/year`.
  static List<Map<String, String>> summary(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> Map.of("netFileKey", "%032x".formatted(1_000_000 + number), "filingId", "1000",
            "filerLocalId", "BRK-1", "filerName", "Synthetic Committee", "rec_Type", "SMRY", "form_Type", "F460",
            "line_Item", Integer.toString(number + 1), "amount_A", "100.0"))
        .toList();
  }

  static List<Map<String, String>> filers() {
    return List.of(Map.of("id", "a0000000-0000-4000-8000-000000000001", "localAgencyId", "BRK-1", "name",
        "Synthetic Committee", "fppcId", "1300001"),
        Map.of("id", "a0000000-0000-4000-8000-000000000002",
            "localAgencyId", "BRK-2", "name", "Another Synthetic Committee", "fppcId", "1300002"));
  }

  static List<Map<String, String>> filings(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(id -> Map.of("id", Integer.toString(id), "isEfiled", "true", "filingDate",
            "2018-07-31T11:41:10.3030000-07:00", "form", "30", "amendmentSequenceNumber", "0"))
        .toList();
  }
}
