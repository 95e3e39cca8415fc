package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: money reported for days that two reports share counts once (netfile 3.5 item 5).
class F06_PeriodTest {
  private static final String VERDICTS = "SELECT tran_id, period_end, coalesce(not_counted_reason, 'counts') "
      + "FROM transactions JOIN filings USING (filing_key) ORDER BY 1, 2, 3";

  @TempDir
  Path directory;

  @Test
  void a_report_whose_period_lies_inside_another_does_not_count() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 002 | 2017-01-01 | 2017-03-31 | a | 2017-02-03 | 100
        1999999 | 000 | 2017-01-01 | 2017-06-30 | a | 2017-02-03 | 100
        1999999 | 000 | 2017-01-01 | 2017-12-31 | a | 2017-02-03 | 100
        1999999 | 000 | 2017-01-01 | 2017-12-31 | b | 2017-08-03 | 50
        1888888 | 000 | 2017-01-01 | 2017-03-31 | a | 2017-02-03 | 100
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("""
          a | 2017-03-31 | contained_period
          a | 2017-03-31 | counts
          a | 2017-06-30 | contained_period
          a | 2017-12-31 | counts
          b | 2017-12-31 | counts
          """);
      assertThat(silver.rows("SELECT period_end, is_current, contained_in FROM filings WHERE contained_in IS NOT NULL"))
          .isEqualTo("""
              2017-03-31 | 1 | 1999999:F460:2017-01-01:2017-12-31:0
              2017-06-30 | 1 | 1999999:F460:2017-01-01:2017-12-31:0
              """);
    }
  }

  @Test
  void a_mistyped_period_contains_nothing() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2017-01-01 | 2017-03-31 | a | 2017-02-03 | 100
        1999999 | 000 | 2017-01-01 | 2107-12-31 | b | 2017-02-03 | 70
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("a | 2017-03-31 | counts\nb | 2107-12-31 | counts\n");
      assertThat(silver.rows("SELECT code FROM data_issues")).isEqualTo("implausible_date\nimplausible_period\n");
    }
  }

  @Test
  void an_empty_copy_contains_no_report_with_money() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 000 | 2017-01-01 | 2017-03-31 | F460 | 5 | 100
        1999999 | 000 | 2017-01-01 | 2017-06-30 | F460 | 5 | 0
        """).run()) {
      assertThat(silver.rows("SELECT count(*) FROM filings WHERE contained_in IS NOT NULL")).isEqualTo("0\n");
    }
  }

  @Test
  void equal_items_of_overlapping_reports_count_as_the_later_report_has_them() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Payee_NamL | Expn_Date | Amount
        1999999 | 000 | 2017-04-20 | 2017-01-01 | 2017-04-15 | both | Printer | 2017-04-10 | 100
        1999999 | 000 | 2017-04-20 | 2017-01-01 | 2017-04-15 | first | Printer | 2017-02-10 | 20
        1999999 | 000 | 2017-07-20 | 2017-04-01 | 2017-06-30 | both | Printer | 2017-04-10 | 100
        1999999 | 000 | 2017-07-20 | 2017-04-01 | 2017-06-30 | first | Printer | 2017-04-11 | 20
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("""
          both | 2017-04-15 | duplicate
          both | 2017-06-30 | counts
          first | 2017-04-15 | counts
          first | 2017-06-30 | counts
          """);
      assertThat(silver.rows("SELECT code, count(*) FROM data_issues GROUP BY 1"))
          .isEqualTo("duplicate_item | 1\noverlapping_periods | 1\n");
    }
  }

  @Test
  void equal_items_of_reports_that_share_no_day_are_two_items() throws Exception {
    try (var silver = new SilverRun(directory).sheet("E-Expenditure", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Payee_NamL | Expn_Date | Amount
        1999999 | 000 | 2017-07-20 | 2017-01-01 | 2017-06-30 | rent | Landlord | | 100
        1999999 | 000 | 2018-01-20 | 2017-07-01 | 2017-12-31 | rent | Landlord | | 100
        """).run()) {
      assertThat(silver.counted()).isEqualTo(200_00);
    }
  }
}
