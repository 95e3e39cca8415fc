package band.civic.fec.extract.api;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.fec.openfec.Receipts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Invented committees, filings, disbursements and independent expenditures.
final class Rows {
  private Rows() {}

  static Map<String, Object> committee(int number, String state) {
    return Map.of("committee_id", Receipts.committee(number), "name", "COMMITTEE NUMBER " + number, "state", state,
        "committee_type", "H", "designation", "P", "cycles", List.of(2024, 2026), "candidate_ids",
        List.of("H6" + state + "%05d".formatted(number)));
  }

  static Map<String, Object> candidate(int number, String state) {
    return Map.of("candidate_id", "H6" + state + "%05d".formatted(number), "name", "CANDIDATE NUMBER " + number,
        "state",
        state, "office", "H", "district", "01", "cycles", List.of(2026));
  }

  /// A report, with the reports it replaces before it in the chain.
  static Map<String, Object> filing(int number, int file, String receiptDate, List<Integer> replaces) {
    var chain = new ArrayList<>(replaces);
    chain.add(file);
    var row = new HashMap<String, Object>();
    row.put("sub_id", "4%018d".formatted(file));
    row.put("committee_id", Receipts.committee(number));
    row.put("file_number", file);
    row.put("amendment_chain", chain);
    row.put("amendment_indicator", replaces.isEmpty() ? "N" : "A");
    row.put("beginning_image_number", receiptDate.replace("-", "") + "9%09d".formatted(number * 1000));
    row.put("ending_image_number", receiptDate.replace("-", "") + "9%09d".formatted(number * 1000 + 99));
    row.put("receipt_date", receiptDate + "T00:00:00");
    row.put("cycle", 2026);
    row.put("form_type", "F3");
    return row;
  }

  static Map<String, Object> disbursement(int number, int row, String imageDate) {
    return Map.of("sub_id", "40302202%04d%07d".formatted(number, row), "committee_id", Receipts.committee(number),
        "two_year_transaction_period", 2026, "report_year", "2026", "disbursement_date", "2026-02-03",
        "disbursement_amount", BigDecimal.valueOf(100L * row + 55, 2), "image_number",
        imageDate.replace("-", "") + "9%09d".formatted(number * 1000 + 1));
  }

  static Map<String, Object> expenditure(int number, int row, String filingDate) {
    return Map.of("sub_id", "40303202%04d%07d".formatted(number, row), "committee_id", Receipts.committee(number),
        "_cycle", 2026, "report_year", "2026", "expenditure_date", "2026-03-03", "expenditure_amount",
        BigDecimal.valueOf(100L * row + 5, 2), "filing_date", filingDate, "support_oppose_indicator", "S", "is_notice",
        false);
  }

  /// A committee of California with 230 receipts, one of Ohio with 3 and an independent expenditure.
  static void addTwoCommittees(FakeOpenFec openFec) {
    openFec.add(Listing.COMMITTEES, List.of(Rows.committee(1, "CA"), Rows.committee(2, "OH")))
        .add(Listing.CANDIDATES, List.of(Rows.candidate(1, "CA"), Rows.candidate(2, "OH")))
        .add(Listing.FILINGS, List.of(Rows.filing(1, 1_900_001, "2026-04-15", List.of()), Rows.filing(2, 1_900_002,
            "2026-04-15", List.of())))
        .add(Listing.SCHEDULE_A, Receipts.of(1, 230, "2026-04-20"))
        .add(Listing.SCHEDULE_A, Receipts.of(2, 3, "2026-04-21"))
        .add(Listing.SCHEDULE_B, List.of(Rows.disbursement(1, 1, "2026-04-15"), Rows.disbursement(1, 2, "2026-04-15")))
        .add(Listing.SCHEDULE_E, List.of(Rows.expenditure(2, 1, "2026-04-28")));
  }
}
