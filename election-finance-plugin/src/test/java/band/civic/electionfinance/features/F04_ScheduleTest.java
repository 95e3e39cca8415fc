package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: what merely repeats or details other rows never adds up (netfile 3.3).
class F04_ScheduleTest {

  @TempDir
  Path directory;

  @Test
  void every_row_is_kept_and_says_why_it_does_not_count() throws Exception {
    var expenditure = """
        Filer_ID | Report_Num | From_Date | Thru_Date | Form_Type | Rec_Type | Tran_ID | Expn_Date | Amount | Expn_Code
        1999999 | 000 | 2018-01-01 | 2018-06-30 | %s | EXPN | x | 2018-02-03 | 100 | IND
        """;
    try (var silver = new SilverRun(directory).sheet("D-Expenditure", expenditure.formatted("D"))
        .sheet("E-Expenditure", expenditure.formatted("E"))
        .sheet("G-Expenditure", expenditure.formatted("G"))
        .sheet("F465P3-Expenditure", expenditure.formatted("F465P3"))
        .sheet("F461P5-Expenditure", expenditure.formatted("F461P5"))
        .sheet("E-Expenditure", expenditure.formatted("F450P5"))
        .run()) {
      assertThat(silver.rows("SELECT form_type, kind, counts_in_totals, coalesce(not_counted_reason, 'counts') "
          + "FROM transactions ORDER BY 1")).isEqualTo("""
          D | summary_of_support | 0 | schedule_d
          E | expenditure | 1 | counts
          F450P5 | expenditure | 0 | not_totalled
          F461P5 | expenditure | 1 | counts
          F465P3 | independent | 0 | f465p3_repeated
          G | sub_payment | 0 | schedule_g
          """);
    }
  }

  @Test
  void a_late_payment_mirrors_what_its_recipient_reports() throws Exception {
    try (var silver = new SilverRun(directory).sheet("497", """
        Filer_ID | Report_Num | Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num
        1999999 | 000 | F497P2 | given | Sample | 2018-03-01 | 100 | R1
        1999999 | 000 | F497P1 | taken | Sample | 2018-03-01 | 100 | R1
        """).run()) {
      assertThat(
          silver.rows("SELECT tran_id, kind, coalesce(not_counted_reason, 'counts') FROM transactions ORDER BY 1"))
          .isEqualTo("given | late_payment | f497p2_mirror\ntaken | late_contribution | counts\n");
    }
  }

  @Test
  void a_memo_is_information_only() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1 | Memo_Code
        1999999 | 000 | 2018-01-01 | 2018-06-30 | memo | 2018-02-03 | 100 | X
        1999999 | 000 | 2018-01-01 | 2018-06-30 | row | 2018-02-03 | 100 | False
        """).run()) {
      assertThat(
          silver.rows("SELECT tran_id, memo, coalesce(not_counted_reason, 'counts') FROM transactions ORDER BY 1"))
          .isEqualTo("memo | 1 | memo\nrow | 0 | counts\n");
    }
  }

  @Test
  void a_form_type_nobody_described_is_kept_and_told() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Other", """
        Filer_ID | Report_Num | Form_Type | Rec_Type | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | 000 | F999P9 | RCPT | new | 2018-02-03 | 100
        """).run()) {
      assertThat(silver.rows("SELECT form_type, kind, not_counted_reason FROM transactions"))
          .isEqualTo("F999P9 | contribution | not_totalled\n");
      assertThat(silver.rows("SELECT code, detail FROM data_issues")).isEqualTo("unknown_form_type | F999P9\n");
    }
  }
}
