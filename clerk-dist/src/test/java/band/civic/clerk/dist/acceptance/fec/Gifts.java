package band.civic.clerk.dist.acceptance.fec;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Listing;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Receipts of one invented committee at OpenFEC.
final class Gifts {
  private static final String COMMITTEE = "C97000001";

  private Gifts() {}

  /// The server has so many of them.
  static void of(FakeOpenFec openFec, int rows) {
    openFec.add(Listing.COMMITTEES, List.of(Map.of("committee_id", COMMITTEE, "name", "INVENTED", "state", "CA",
        "committee_type", "H", "designation", "P", "cycles", List.of(2026))))
        .add(Listing.SCHEDULE_A, IntStream.rangeClosed(1, rows).mapToObj(Gifts::gift).toList());
  }

  /// What leads `clerk` to the server.
  static Map<String, String> environment(FakeOpenFec openFec) {
    return Map.of("FEC_API_KEY", openFec.key(), "FEC_API_BASE", openFec.base().toString(), "FEC_NOW", "2026-05-01",
        "FEC_API_CALLS_PER_MINUTE", "100000");
  }

  /// What so many rows add up to.
  static long cents(int rows) {
    return IntStream.rangeClosed(1, rows).mapToLong(Gifts::amount).sum();
  }

  private static long amount(int row) {
    return 100L * row + 9;
  }

  private static Map<String, Object> gift(int row) {
    var cells = new HashMap<String, Object>();
    cells.put("sub_id", "4030120260001%06d".formatted(row));
    cells.put("committee_id", COMMITTEE);
    cells.put("two_year_transaction_period", 2026);
    cells.put("report_year", 2026);
    cells.put("contribution_receipt_date", "2026-02-%02d".formatted(row % 28 + 1));
    cells.put("contribution_receipt_amount", BigDecimal.valueOf(amount(row), 2));
    cells.put("contributor_name", "DONOR NUMBER " + row);
    cells.put("contributor_state", "CA");
    cells.put("load_date", "2026-04-20T00:00:00");
    cells.put("file_number", 1_900_001);
    return cells;
  }
}
