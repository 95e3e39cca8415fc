package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: rows that look alike are counted as often as they were reported, and no more (netfile 3.5 item 7,
/// 3.6).
class F07_EqualRowsTest {
  private static final String FOUR_PAYMENTS = """
      Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Payee_NamL | Expn_Date | Amount
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p1 | Printer | 2018-02-03 | 100
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p2 | Printer | 2018-02-03 | 100
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p3 | Printer | 2018-02-03 | 100
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p4 | Printer | 2018-02-03 | 100
      """;
  private static final String THREE_TIMES = """
      Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Payee_NamL | Expn_Date | Amount | Expn_Dscr
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p | Printer | 2018-02-03 | 100 | flyers
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p | Printer | 2018-02-03 | 100 | flyers
      1999999 | 000 | 2018-01-01 | 2018-06-30 | p | Printer | 2018-02-03 | 100 | cards
      """;

  @TempDir
  Path directory;

  @Test
  void four_equal_payments_with_four_ids_are_four_payments() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", FOUR_PAYMENTS).run()) {
      assertThat(silver.counted()).isEqualTo(400_00);
    }
  }

  @Test
  void rows_that_say_the_same_in_one_source_all_count() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", THREE_TIMES).run()) {
      assertThat(silver.counted()).isEqualTo(300_00);
      assertThat(
          silver.rows("SELECT count(DISTINCT tx_key), min(length(tx_key)), max(length(tx_key)) FROM transactions"))
          .isEqualTo("3 | 32 | 32\n");
    }
  }

  @Test
  void the_same_rows_from_a_second_source_are_the_same_items() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", FOUR_PAYMENTS)
        .sheet("E-Expenditure", THREE_TIMES)
        .sheet("E-Expenditure", FOUR_PAYMENTS)
        .sheet("E-Expenditure", THREE_TIMES.lines().limit(2).reduce("", (a, b) -> a + b + "\n"))
        .run()) {
      assertThat(silver.counted()).isEqualTo(700_00);
      assertThat(silver.rows("SELECT code, detail FROM data_issues")).isEqualTo("repeated_row | 5 rows\n");
    }
  }

  @Test
  void rows_without_an_id_count_once_when_one_filing_came_under_two_spellings() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Payee_NamL | Expn_Date | Amount
        1999999 | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 |  | Printer | 2018-02-03 | 100
        1999999 | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 |  | Printer | 2018-02-03 | 100
         | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 |  | Printer | 2018-02-03 | 100
         | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 |  | Printer | 2018-02-03 | 100
         | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 |  | Printer | 2018-02-03 | 100
        1999999 | Friends of Nobody | 000 | 2018-02-01 | 2018-07-31 |  | Printer | 2018-02-03 | 100
        """).run()) {
      assertThat(silver.counted()).isEqualTo(400_00);
    }
  }

  @Test
  void a_stub_that_a_later_export_fills_in_counts_once() throws Exception {
    var stub = """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Entity_Cd | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-01-01 | 2018-06-30 | c | OTH | Sample Works | %s
        """;
    try (var silver = new SilverRun(directory).sheet("A-Contributions", stub.formatted(" | "))
        .sheet("A-Contributions", stub.formatted("2018-02-03 | 1500"))
        .run()) {
      assertThat(silver.counted()).isEqualTo(1500_00);
    }
  }

  @Test
  void rows_with_the_sources_own_key_are_one_however_often_they_came() throws Exception {
    var row = """
        {"results":[{"netFileKey":"4db3be70c9d24bed8c00a41c01038833","filingId":"100","filerLocalId":"COA-1",\
        "filerStateId":"1999999","filerName":"Friends of Nobody","form_Type":"E","rec_Type":"EXPN","tran_Id":"p",\
        "tran_NamL":"Printer","tran_Date":"2018-02-03T00:00:00.0000000-08:00","tran_Amt1":100.0,\
        "filingStartDate":"2018-01-01T00:00:00.0000000-08:00","filingEndDate":"2018-06-30T00:00:00.0000000-07:00"}],\
        "totalMatchingCount":1,"totalMatchingPages":1,"responseStatus":null}""";
    try (var silver = new SilverRun(directory).file(RawKind.CONNECT2_TRANSACTIONS_JSON, "a.json", row)
        .file(RawKind.CONNECT2_TRANSACTIONS_JSON, "b.json", row)
        .run()) {
      assertThat(silver.rows("SELECT tx_key, amount_cents FROM transactions"))
          .isEqualTo("4db3be70c9d24bed8c00a41c01038833 | 10000\n");
    }
  }
}
