package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: of several versions of a report the one with the highest number counts (netfile 3.5 items 1–4).
class F02_AmendmentTest {
  private static final String VERSIONS = "SELECT tran_id, is_current, coalesce(not_counted_reason, 'counts') "
      + "FROM transactions ORDER BY tran_id";

  @TempDir
  Path directory;

  @Test
  void an_amendment_takes_the_place_of_the_whole_report() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-01-01 | 2018-06-30 | old1 | 2018-02-03 | 100
        1999999 | 000 | 2018-01-01 | 2018-06-30 | old2 | 2018-02-04 | 200
        1999999 | 001 | 2018-01-01 | 2018-06-30 | new1 | 2018-02-03 | 150
        1999999 | 000 | 2018-07-01 | 2018-12-31 | other | 2018-08-03 | 300
        """).run()) {
      assertThat(silver.rows(VERSIONS)).isEqualTo("""
          new1 | 1 | counts
          old1 | 0 | superseded
          old2 | 0 | superseded
          other | 1 | counts
          """);
      assertThat(silver.rows("SELECT filing_key, is_current, superseded_by FROM filings")).isEqualTo("""
          1999999:F460:2018-01-01:2018-06-30:0 | 0 | 1999999:F460:2018-01-01:2018-06-30:1
          1999999:F460:2018-01-01:2018-06-30:1 | 1 | -
          1999999:F460:2018-07-01:2018-12-31:0 | 1 | -
          """);
    }
  }

  @Test
  void numbers_are_compared_as_numbers() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 9 | 2018-01-01 | 2018-06-30 | nine | 2018-02-03 | 100
        1999999 | 010 | 2018-01-01 | 2018-06-30 | ten | 2018-02-03 | 100
        """).run()) {
      assertThat(silver.rows(VERSIONS)).isEqualTo("nine | 0 | superseded\nten | 1 | counts\n");
    }
  }

  @Test
  void one_and_001_are_one_version() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 1 | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 100
        1999999 | 001 | 2018-01-01 | 2018-06-30 | b | 2018-02-04 | 100
        """).run()) {
      assertThat(silver.rows("SELECT count(*) FROM filings")).isEqualTo("1\n");
      assertThat(silver.counted()).isEqualTo(200_00);
    }
  }

  @Test
  void an_amendment_that_empties_a_schedule_leaves_no_older_row_of_it_standing() throws Exception {
    try (var silver = new SilverRun(directory).sheet("F-Expenses", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Amt_Incur
        1999999 | 000 | 2013-01-01 | 2013-06-30 | debt | 75
        """).sheet("Summary", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 000 | 2013-01-01 | 2013-06-30 | F460 | 9 | 75
        1999999 | 001 | 2013-01-01 | 2013-06-30 | F460 | 9 | 0
        """).run()) {
      assertThat(silver.rows(VERSIONS)).isEqualTo("debt | 0 | superseded\n");
      assertThat(silver.rows("SELECT code, detail FROM data_issues")).isEqualTo("schedule_emptied | schedules F\n");
    }
  }

  @Test
  void a_number_filed_twice_is_told_and_the_later_filing_counts() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | early | 2018-02-03 | 100
        1999999 | 000 | 2018-08-15 | 2018-01-01 | 2018-06-30 | late | 2018-02-03 | 100
        """).run()) {
      assertThat(silver.rows(VERSIONS)).isEqualTo("early | 0 | superseded\nlate | 1 | counts\n");
      assertThat(silver.rows("SELECT code FROM data_issues")).isEqualTo("number_filed_twice\n");
    }
  }

  @Test
  void forms_of_one_period_do_not_take_each_others_place() throws Exception {
    try (var silver = new SilverRun(directory).sheet("F461P5-Expenditure", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Expn_Date | Amount | Form_Type
        1999999 | 000 | 2018-01-01 | 2018-06-30 | donor | 2018-02-03 | 100 | F461P5
        """).sheet("E-Expenditure", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Expn_Date | Amount
        1999999 | 001 | 2018-01-01 | 2018-06-30 | payment | 2018-02-03 | 40
        """).run()) {
      assertThat(silver.rows(VERSIONS)).isEqualTo("donor | 1 | counts\npayment | 1 | counts\n");
    }
  }
}
