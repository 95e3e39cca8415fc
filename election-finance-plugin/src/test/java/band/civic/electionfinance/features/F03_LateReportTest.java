package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: 24-hour reports count until a periodic report covers their day (netfile 3.5 items 4 and 6).
class F03_LateReportTest {
  private static final String VERDICTS = "SELECT tran_id, form_type, coalesce(not_counted_reason, 'counts') "
      + "FROM transactions ORDER BY tran_id, form_type, tx_key";
  private static final String SUMMARY = """
      Filer_ID | Report_Num | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
      1999999 | 000 | 2018-01-01 | 2018-06-30 | F460 | 5 | 500
      """;

  @TempDir
  Path directory;

  @Test
  void a_late_contribution_on_or_before_the_last_covered_day_is_repeated_in_that_report() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", SUMMARY).sheet("497", """
        Filer_ID | Report_Num | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | F497P1 | before | Sample | 2018-03-01 | 100 | R1
        1999999 | 000 | F497P1 | lastday | Sample | 2018-06-30 | 100 | R2
        1999999 | 000 | F497P1 | after | Sample | 2018-07-01 | 100 | R3
        1888888 | 000 | F497P1 | other | Sample | 2018-03-01 | 100 | R1
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("""
          after | F497P1 | counts
          before | F497P1 | late_repeated
          lastday | F497P1 | late_repeated
          other | F497P1 | counts
          """);
    }
  }

  @Test
  void a_mistyped_period_covers_nothing() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2108-06-30 | F460 | 5 | 500
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | F460 | 5 | 500
        """).sheet("496", """
        Filer_ID | Report_Num | Form_Type | Tran_ID | Exp_Date | Amount | Rpt_ID_Num
        1999999 | 000 | F496 | covered | 2018-03-01 | 100 | R1
        1999999 | 000 | F496 | standing | 2018-09-01 | 100 | R1
        """).run()) {
      assertThat(silver.rows(VERDICTS)).isEqualTo("covered | F496 | late_repeated\nstanding | F496 | counts\n");
      assertThat(silver.rows("SELECT DISTINCT code FROM data_issues"))
          .isEqualTo("implausible_date\nimplausible_period\n");
    }
  }

  @Test
  void amendments_of_a_late_report_go_by_its_number() throws Exception {
    try (var silver = new SilverRun(directory).sheet("497", """
        Filer_ID | Report_Num | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | F497P1 | a | Sample | 2018-03-01 | 100 | R1
        1999999 | 1 | F497P1 | a | Sample | 2018-03-01 | 150 | R1
        1999999 | 000 | F497P1 | b | Other | 2018-03-01 | 100 | R2
        1888888 | 002 | F497P1 | c | Third | 2018-03-01 | 100 | R1
        """).run()) {
      assertThat(silver.rows("SELECT tran_id, amount_cents, coalesce(not_counted_reason, 'counts') FROM transactions "
          + "ORDER BY 1, 2")).isEqualTo("""
          a | 10000 | superseded
          a | 15000 | counts
          b | 10000 | counts
          c | 10000 | counts
          """);
    }
  }

  @Test
  void late_reports_that_use_one_number_again_all_count() throws Exception {
    try (var silver = new SilverRun(directory).sheet("497", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | 2018-03-02 | F497P1 | a | Sample | 2018-03-01 | 100 | 1
        1999999 | 000 | 2018-03-09 | F497P1 | a | Sample | 2018-03-01 | 100 | 1
        1999999 | 000 | 2018-03-09 | F497P1 | b | Other | 2018-03-08 | 200 | 1
        """).run()) {
      assertThat(silver.rows("SELECT tran_id, coalesce(not_counted_reason, 'counts') FROM transactions "
          + "ORDER BY 1, 2")).isEqualTo("a | counts\na | duplicate\nb | counts\n");
      assertThat(silver.rows("SELECT DISTINCT code FROM data_issues"))
          .isEqualTo("duplicate_item\nnumber_filed_twice\n");
    }
  }

  @Test
  void an_original_long_after_an_amendment_is_another_report() throws Exception {
    try (var silver = new SilverRun(directory).sheet("497", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | 2018-03-02 | F497P1 | a | Sample | 2018-03-01 | 100 | 1
        1999999 | 001 | 2018-03-09 | F497P1 | a | Sample | 2018-03-01 | 150 | 1
        1999999 | 000 | 2020-03-02 | F497P1 | b | Other | 2020-03-01 | 200 | 1
        1999999 | 001 | 2021-03-02 | F497P1 | b | Other | 2020-03-01 | 250 | 1
        """).run()) {
      assertThat(silver.rows("SELECT filing_key, amount_cents, coalesce(not_counted_reason, 'counts') "
          + "FROM transactions ORDER BY 1")).isEqualTo("""
          1999999:F497:1:0 | 10000 | superseded
          1999999:F497:1:1 | 15000 | counts
          1999999:F497:1:2020-03-02:0 | 20000 | superseded
          1999999:F497:1:2020-03-02:1 | 25000 | counts
          """);
    }
  }

  @Test
  void one_contribution_in_two_late_reports_counts_once() throws Exception {
    try (var silver = new SilverRun(directory).sheet("497", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | 2018-03-02 | F497P1 | a | Sample | 2018-03-01 | 100 | R1
        1999999 | 000 | 2018-03-04 | F497P1 | a | Sample | 2018-03-01 | 100 | R2
        """).run()) {
      assertThat(silver.rows("""
          SELECT f.late_report_id, coalesce(t.not_counted_reason, 'counts'), o.filing_key
          FROM transactions t JOIN filings f USING (filing_key) LEFT JOIN transactions o ON o.tx_key = t.duplicate_of
          ORDER BY 1""")).isEqualTo("R1 | duplicate | 1999999:F497:R2:0\nR2 | counts | -\n");
    }
  }

  @Test
  void contributors_that_two_reports_of_one_day_list_count_once() throws Exception {
    try (var silver = new SilverRun(directory).sheet("496", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Exp_Date | Amount | Cand_NamL | Rpt_ID_Num
        1999999 | 000 | 2018-03-02 | F496 | x1 | 2018-03-01 | 900 | Candidate One | R1
        1999999 | 000 | 2018-03-02 | F496 | x2 | 2018-03-01 | 900 | Candidate Two | R2
        """).sheet("F496P3-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-03-02 | F496P3 | p1 | Sample | 2018-02-20 | 500
        1999999 | 000 | 2018-03-02 | F496P3 | p1 | Sample | 2018-02-20 | 500
        """).run()) {
      assertThat(silver.rows("SELECT tran_id, coalesce(not_counted_reason, 'counts'), count(*) FROM transactions "
          + "GROUP BY 1, 2")).isEqualTo("""
          p1 | counts | 1
          p1 | duplicate | 1
          x1 | counts | 1
          x2 | counts | 1
          """);
      assertThat(silver.counted()).isEqualTo(2300_00);
    }
  }

  @Test
  void contributors_go_with_the_only_report_of_their_day_and_number() throws Exception {
    try (var silver = new SilverRun(directory).sheet("496", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Exp_Date | Amount | Rpt_ID_Num
        1999999 | 000 | 2018-03-02 | F496 | x1 | 2018-03-01 | 900 | R1
        1999999 | 001 | 2018-03-05 | F496 | x1 | 2018-03-01 | 950 | R1
        """).sheet("F496P3-Contributions", """
        Filer_ID | Report_Num | Rpt_Date | Form_Type | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-03-02 | F496P3 | p1 | Sample | 2018-02-20 | 500
        1999999 | 001 | 2018-03-05 | F496P3 | p1 | Sample | 2018-02-20 | 550
        """).run()) {
      assertThat(
          silver.rows("SELECT filing_key, amount_cents, coalesce(not_counted_reason, 'counts') FROM transactions "
              + "WHERE form_type = 'F496P3' ORDER BY 1"))
          .isEqualTo("""
          1999999:F496:R1:0 | 50000 | superseded
          1999999:F496:R1:1 | 55000 | counts
          """);
    }
  }
}
