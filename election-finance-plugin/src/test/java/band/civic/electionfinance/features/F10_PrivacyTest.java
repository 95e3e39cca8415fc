package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: no street line, telephone number or e-mail address reaches the database.
class F10_PrivacyTest {

  @TempDir
  Path directory;

  @Test
  void columns_that_nobody_listed_are_not_kept() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_Adr1 | Tran_Adr2 | Tran_City \
        | Tran_Date | Tran_Amt1 | Intr_Adr1 | Tres_Adr1 | Tres_Phon | File_Email | Latitude | Something_New
        1999999 | 000 | 2018-01-01 | 2018-06-30 | x | Sample | 1 CANARY ST | APT CANARY | Alameda \
        | 2018-02-03 | 10 | 2 CANARY AVE | 3 CANARY RD | 510-CANARY | canary@example.org | 37.CANARY | CANARY
        """).run()) {
      assertThat(everything(silver)).contains("Sample").doesNotContainIgnoringCase("canary");
    }
  }

  @Test
  void what_filers_typed_is_cleaned_and_told() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_Emp | Tran_Dscr \
        | Tran_Date | Tran_Amt1
        1999999 | Friends, ID # 1999999 | 000 | 2018-01-01 | 2018-06-30 | x | Sample | self, (510) 555-0100 \
        | mail canary@example.org or FPPC# 1888888 | 2018-02-03 | 10
        """).run()) {
      assertThat(silver.rows("SELECT employer, description FROM transactions"))
          .isEqualTo("self, [removed] | mail [removed] or FPPC# 1888888\n");
      assertThat(everything(silver)).doesNotContain("canary").doesNotContain("555-0100");
      assertThat(silver.rows("SELECT code, detail FROM data_issues"))
          .isEqualTo("private_text_removed | description\nprivate_text_removed | employer\n");
    }
  }

  @Test
  void contacts_in_any_other_column_are_taken_out_too() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_City | Cmte_ID \
        | Dist_No | Committee_Type | Tran_Date | Tran_Amt1
        a.canary@example.org | Friends b.canary@example.org | 000 | 2018-01-01 | 2018-06-30 | c.canary@example.org \
        | Sample | (510) 555-0100 | d.canary@example.org | e.canary@example.org | f.canary@example.org | 2018-02-03 | 10
        1999999 | Friends | 000 | 2018-01-01 | 2018-06-30 | 5105550123 | Sample | Alameda | 1888888 \
        | 7 | CTL | 2018-02-03 | 10
        """).run()) {
      assertThat(everything(silver)).doesNotContain("canary").doesNotContain("555-0100");
      assertThat(silver.rows("SELECT tran_id, counterparty_id, city FROM transactions ORDER BY 1"))
          .isEqualTo("5105550123 | 1888888 | Alameda\n[removed] | [removed] | [removed]\n");
      assertThat(silver.rows("SELECT count(*) FROM data_issues WHERE code = 'private_text_removed'"))
          .isNotEqualTo("0\n");
    }
  }

  @Test
  void a_cell_that_should_be_an_amount_is_not_quoted_when_it_may_be_a_street_line() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | 000 | 2018-01-01 | 2018-06-30 | x | Sample | 7 CANARY ST | 12 CANARY AVE
        """).run()) {
      assertThat(silver.rows("SELECT detail FROM data_issues ORDER BY 1"))
          .isEqualTo("amount (13 characters)\ndate (11 characters)\n");
    }
  }

  private static String everything(SilverRun.Result silver) throws Exception {
    return silver.rows("SELECT * FROM transactions") + silver.rows("SELECT * FROM filings")
        + silver.rows("SELECT * FROM filers") + silver.rows("SELECT * FROM filer_names")
        + silver.rows("SELECT * FROM data_issues");
  }
}
