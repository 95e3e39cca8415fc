package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: what is missing stays missing, what cannot be read is told, and neither becomes a zero (netfile 3.5
/// items 10 and 11).
class F08_FlawedRowsTest {
  private static final String ROW = """
      Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
      1999999 | 000 | 2018-01-01 | 2018-06-30 | x | DATE AND AMOUNT
      """;
  private static final String FACTS = "SELECT tx_date, date_is_derived, amount_cents, is_stub, "
      + "coalesce(not_counted_reason, 'counts') FROM transactions";

  @TempDir
  Path directory;

  @Test
  void a_row_without_date_and_amount_is_a_stub() throws Exception {
    try (var silver = run("A-Contributions", " | ")) {
      assertThat(silver.rows(FACTS)).isEqualTo("- | 0 | - | 1 | stub\n");
      assertThat(silver.rows("SELECT severity, code, tx_key IS NOT NULL FROM data_issues"))
          .isEqualTo("info | stub_row | 1\n");
    }
  }

  @Test
  void zero_is_an_amount_and_negative_amounts_stay_negative() throws Exception {
    try (var silver = run("C-Contributions", "2018-02-03 | 0")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-02-03 | 0 | 0 | 0 | counts\n");
    }
    try (var silver = run("A-Contributions", "2018-02-03 | (250.00)")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-02-03 | 0 | -25000 | 0 | counts\n");
    }
  }

  @Test
  void the_end_of_the_period_stands_in_for_a_missing_date() throws Exception {
    try (var silver = run("E-Expenditure", " | 12.34")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-06-30 | 1 | 1234 | 0 | counts\n");
      assertThat(silver.rows("SELECT * FROM data_issues")).isEmpty();
    }
    try (var silver = run("A-Contributions", " | 12.34")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-06-30 | 1 | 1234 | 0 | counts\n");
      assertThat(silver.rows("SELECT code FROM data_issues")).isEqualTo("missing_date\n");
    }
  }

  @Test
  void an_impossible_date_is_told_and_taken_as_missing() throws Exception {
    try (var silver = run("A-Contributions", "02/30/2018 | 10")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-06-30 | 1 | 1000 | 0 | counts\n");
      assertThat(silver.rows("SELECT code, detail FROM data_issues WHERE code <> 'missing_date'"))
          .isEqualTo("unreadable_date | date 02/30/2018\n");
    }
  }

  @Test
  void a_mistyped_year_is_kept_and_told() throws Exception {
    try (var silver = run("A-Contributions", "0201-02-03 | 10")) {
      assertThat(silver.rows(FACTS)).isEqualTo("0201-02-03 | 0 | 1000 | 0 | counts\n");
      assertThat(silver.rows("SELECT code FROM data_issues")).isEqualTo("implausible_date\n");
    }
  }

  @Test
  void an_amount_that_is_no_number_is_told_and_does_not_count() throws Exception {
    try (var silver = run("A-Contributions", "2018-02-03 | twelve")) {
      assertThat(silver.rows(FACTS)).isEqualTo("2018-02-03 | 0 | - | 0 | no_amount\n");
      assertThat(silver.rows("SELECT severity, code, detail FROM data_issues"))
          .isEqualTo("warning | unreadable_amount | amount twelve\n");
    }
  }

  @Test
  void a_report_number_that_is_none_is_told() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        1999999 | x7 | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 10
        """).run()) {
      assertThat(silver.rows("SELECT report_num FROM filings")).isEqualTo("0\n");
      assertThat(silver.rows("SELECT code, detail FROM data_issues")).isEqualTo("unreadable_report_number | x7\n");
    }
  }

  private SilverRun.Result run(String sheet, String dateAndAmount) throws Exception {
    var text = ROW.replace("DATE AND AMOUNT", dateAndAmount);
    return new SilverRun(directory).sheet(sheet, sheet.startsWith("E")
        ? text.replace("Tran_Date", "Expn_Date")
            .replace("Tran_Amt1", "Amount")
        : text).run();
  }
}
