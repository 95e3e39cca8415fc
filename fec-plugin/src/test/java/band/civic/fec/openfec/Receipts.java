package band.civic.fec.openfec;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Invented rows of schedule A.
public final class Receipts {
  private Receipts() {}

  /// Rows of a committee with ids that follow one another, one dated each day of a month in turn; loaded on a day.
  ///
  /// @param number of the committee, which also sets its rows' ids apart
  public static List<Map<String, Object>> of(int number, int rows, String loadDate) {
    return IntStream.rangeClosed(1, rows).mapToObj(row -> row(number, row, loadDate)).toList();
  }

  /// One such row.
  public static Map<String, Object> row(int number, int row, String loadDate) {
    var cells = new HashMap<String, Object>();
    cells.put("sub_id", subId(number, row));
    cells.put("committee_id", committee(number));
    cells.put("two_year_transaction_period", 2026);
    cells.put("report_year", 2026);
    cells.put("contribution_receipt_date", "2026-02-%02d".formatted(row % 28 + 1));
    cells.put("contribution_receipt_amount", BigDecimal.valueOf(100L * row + 9, 2));
    cells.put("contributor_name", "DONOR NUMBER " + row);
    cells.put("contributor_state", "CA");
    cells.put("load_date", loadDate + "T00:00:00");
    cells.put("file_number", 1_900_000 + number);
    cells.put("link_id", 4_123_456_789_012_345_678L);
    return cells;
  }

  public static String subId(int number, int row) {
    return "40301202%04d%07d".formatted(number, row);
  }

  public static String committee(int number) {
    return "C%08d".formatted(90_000_000 + number);
  }
}
