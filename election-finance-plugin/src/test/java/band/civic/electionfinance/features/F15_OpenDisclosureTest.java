package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.model.Compat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: with `--compat` the choices of Open Disclosure are made instead of ours (netfile 4.1, 4.3).
class F15_OpenDisclosureTest {
  private static final String VERDICTS = "SELECT tran_id, coalesce(not_counted_reason, 'counts') FROM transactions "
      + "ORDER BY 1, 2";

  @TempDir
  Path directory;

  @Test
  void versions_are_chosen_sheet_by_sheet() throws Exception {
    var run = new SilverRun(directory).sheet("F-Expenses", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Amt_Incur
        1999999 | 000 | 2013-01-01 | 2013-06-30 | debt | 75
        """).sheet("Summary", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 001 | 2013-01-01 | 2013-06-30 | F460 | 9 | 0
        """);
    try (var silver = run.compat(Compat.ODCA_HEAD).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("debt | counts\n");
    }
    try (var silver = run.compat(Compat.NONE).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("debt | superseded\n");
    }
  }

  @Test
  void amendment_numbers_are_compared_as_text() throws Exception {
    try (var silver = new SilverRun(directory).compat(Compat.ODCA_HEAD).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 9 | 2018-01-01 | 2018-06-30 | nine | 2018-02-03 | 100
        1999999 | 010 | 2018-01-01 | 2018-06-30 | ten | 2018-02-03 | 100
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("nine | counts\nten | superseded\n");
    }
  }

  @Test
  void until_2020_a_row_needed_the_highest_number_of_its_start_and_of_its_end() throws Exception {
    var run = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2017-02-01 | 2017-01-01 | 2017-01-31 | january | 2017-01-03 | 100
        1999999 | 001 | 2017-03-01 | 2017-01-01 | 2017-02-15 | longer | 2017-02-03 | 100
        """);
    try (var silver = run.compat(Compat.ODCA_2020).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("january | superseded\nlonger | counts\n");
    }
    try (var silver = run.compat(Compat.ODCA_HEAD).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("january | counts\nlonger | counts\n");
    }
    try (var silver = run.compat(Compat.NONE).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("january | contained_period\nlonger | counts\n");
    }
  }

  @Test
  void rows_without_a_date_are_dropped_from_four_sheets() throws Exception {
    try (var silver = new SilverRun(directory).compat(Compat.ODCA_2020).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | 2017-01-01 | 2017-06-30 | a | | 100
        """).sheet("E-Expenditure", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Expn_Date | Amount
        1999999 | 000 | 2017-01-01 | 2017-06-30 | e | | 100
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("a | stub\ne | counts\n");
    }
  }

  @Test
  void equal_items_of_any_two_reports_count_as_filed_last() throws Exception {
    var run = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2017-07-20 | 2017-01-01 | 2017-06-30 | a | Sample | 2017-06-30 | 100
        1999999 | 000 | 2018-01-20 | 2017-07-01 | 2017-12-31 | a | Sample | 2017-06-30 | 100
        """);
    try (var silver = run.compat(Compat.ODCA_HEAD).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("a | counts\na | duplicate\n");
    }
  }

  @Test
  void contained_periods_lose_their_summary_and_keep_their_items() throws Exception {
    try (var silver = new SilverRun(directory).compat(Compat.ODCA_HEAD).sheet("E-Expenditure", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Tran_ID | Expn_Date | Amount
        1999999 | 000 | 2017-04-20 | 2017-01-01 | 2017-03-31 | e | 2017-02-03 | 100
        """).sheet("Summary", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 000 | 2017-04-20 | 2017-01-01 | 2017-03-31 | F460 | 11 | 100
        1999999 | 000 | 2017-07-20 | 2017-01-01 | 2017-06-30 | F460 | 11 | 100
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("e | counts\n");
      assertThat(silver.rows("SELECT period_end FROM filings WHERE contained_in IS NOT NULL"))
          .isEqualTo("2017-03-31\n");
    }
  }

  @Test
  void contributors_listed_in_form_496_are_never_taken_for_repeated() throws Exception {
    try (var silver = new SilverRun(directory).compat(Compat.ODCA_HEAD).sheet("F496P3-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2017-02-20 | p | Sample | 2017-02-03 | 100
        """).sheet("Summary", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 000 | 2017-07-20 | 2017-01-01 | 2017-06-30 | F460 | 5 | 100
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("p | counts\n");
    }
  }
}
