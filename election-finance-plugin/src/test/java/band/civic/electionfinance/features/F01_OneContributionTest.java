package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: a contribution becomes a row in our words, and keeps what the source said.
class F01_OneContributionTest {
  private static final String CONTRIBUTION = """
      Filer_ID | Filer_NamL | Report_Num | Committee_Type | Rpt_Date | From_Date | Thru_Date | Elect_Date | Rec_Type \
      | Form_Type | Tran_ID | Entity_Cd | Tran_NamL | Tran_NamF | Tran_NamS | Tran_City | Tran_State | Tran_Zip4 \
      | Tran_Emp | Tran_Occ | Tran_Self | Tran_Date | Tran_Amt1 | Tran_Amt2 | Intr_NamL
      1999999 | Friends of Nobody | 000 | CTL | 2018-07-31 | 2018-01-01 | 2018-06-30 | 2018-11-06 | RCPT \
      | A | INC1 | IND | Sample | Ada | Jr. | alameda | ca | 94501-0001 \
      | Example Works | n/a | y | 2018-02-03 | 250.5 | 300 | ActExample
      """;

  @TempDir
  Path directory;

  @Test
  void its_facts_are_typed() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", CONTRIBUTION).run()) {
      assertThat(silver.rows("""
          SELECT filer_key, form_type, kind, tx_date, date_is_derived, amount_cents, amount, cumulative_cents,
            counterparty, entity_cd, city, state, zip5, employer, occupation, self_employed, intermediary, origin,
            size_band, counts_in_totals, not_counted_reason, source_line FROM transactions""")).isEqualTo("""
          1999999 | A | contribution | 2018-02-03 | 0 | 25050 | 250.5 | 30000 \
          | Ada Sample Jr. | IND | alameda | CA | 94501 | Example Works | - | 1 | ActExample | within \
          | 250-499 | 1 | - | 2
          """);
    }
  }

  @Test
  void the_sources_own_words_stay_beside_them() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", CONTRIBUTION).run()) {
      assertThat(silver.rows("""
          SELECT raw_json ->> '$.Tran_State', raw_json ->> '$.Tran_Occ', raw_json ->> '$.Tran_Amt1',
            raw_json ->> '$.Report_Num', raw_json ->> '$.Tran_NamL' FROM transactions"""))
          .isEqualTo("ca | n/a | 250.5 | 000 | Sample\n");
    }
  }

  @Test
  void its_filing_and_filer_are_made_of_what_the_row_repeats() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", CONTRIBUTION).run()) {
      assertThat(silver.rows("""
          SELECT filing_key, form, report_num, filed_on, period_start, period_end, election_date, is_current, has_rows
          FROM filings""")).isEqualTo("""
          1999999:F460:2018-01-01:2018-06-30:0 | F460 | 0 | 2018-07-31 | 2018-01-01 | 2018-06-30 | 2018-11-06 | 1 | 1
          """);
      assertThat(silver.rows("""
          SELECT filer_key, fppc_id, fppc_id_as_filed, name, committee_type, first_period, last_period FROM filers"""))
          .isEqualTo("1999999 | 1999999 | 1999999 | Friends of Nobody | CTL | 2018-01-01 | 2018-06-30\n");
    }
  }

  @Test
  void a_spelling_that_a_spreadsheet_mangled_is_told_by_the_sheet() throws Exception {
    var mangled = CONTRIBUTION.replace("| A | INC1", "| 00:00:00 | INC1");

    try (var silver = new SilverRun(directory).sheet("A-Contributions", mangled).run()) {
      assertThat(silver.rows("SELECT form_type, kind FROM transactions")).isEqualTo("A | contribution\n");
    }
  }

  @Test
  void the_summary_page_is_kept_line_by_line() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", """
        Filer_ID | Report_Num | Rpt_Date | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A | Amount_B
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | F460 | 5 | 250.5 | 300
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | F460 | 16 | -12.01 |
        1999999 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | A | 2 | 0 |
        """).run()) {
      assertThat(
          silver.rows("SELECT filing_key, form_type, line_item, amount_a_cents, amount_b_cents FROM summary_lines"))
          .isEqualTo("""
              1999999:F460:2018-01-01:2018-06-30:0 | A | 2 | 0 | -
              1999999:F460:2018-01-01:2018-06-30:0 | F460 | 5 | 25050 | 30000
              1999999:F460:2018-01-01:2018-06-30:0 | F460 | 16 | -1201 | -
              """);
    }
  }
}
