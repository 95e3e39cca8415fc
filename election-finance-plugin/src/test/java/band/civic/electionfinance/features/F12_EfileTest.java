package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: a CAL e-file is one version of one filing, with its cover, summary and schedules.
class F12_EfileTest {
  private static final String EFILE = """
      HDR,CAL,CA,2.01,Invented,1,
      CVR,F460,1999999,RCP,"Friends of Nobody",,,,000,20240801,SA,,20240101,20240630,20241105,,,ALAMEDA,CA,94501
      SMRY,F460,5,30000.00,30000.00
      SMRY,A,1,30000.00
      RCPT,A,INC4,COM,SAMPLE COMMITTEE,,,,,,Oakland,CA,94600,,,,,20240304,,15000.00,15000.00,,,1888888
      EXPN,E,EXP5,OTH,PRINTER,,,,,,Reno,NV,89500,20240307,105.00,9105.00,,,PRO
      DEBT,F,PAY1,OTH,PRINTER,,,,,,Reno,NV,89500,3000.00,0.00,1500.00,1500.00,PRO
      """;

  @TempDir
  Path directory;

  @Test
  void its_rows_belong_to_the_filing_on_its_cover() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CAL_EFILE, "Efile.txt", EFILE).run()) {
      assertThat(silver.rows("SELECT filing_key, form, filed_on, election_date, has_rows FROM filings"))
          .isEqualTo("1999999:F460:2024-01-01:2024-06-30:0 | F460 | 2024-08-01 | 2024-11-05 | 1\n");
      assertThat(silver.rows("SELECT form_type, tran_id, tx_date, amount_cents, counterparty, counterparty_id, origin, "
          + "expn_code FROM transactions")).isEqualTo("""
          A | INC4 | 2024-03-04 | 1500000 | SAMPLE COMMITTEE | 1888888 | in_state | -
          E | EXP5 | 2024-03-07 | 10500 | PRINTER | - | out_of_state | PRO
          F | PAY1 | 2024-06-30 | 0 | PRINTER | - | out_of_state | PRO
          """);
      assertThat(silver.rows("SELECT form_type, line_item, amount_a_cents FROM summary_lines"))
          .isEqualTo("A | 1 | 3000000\nF460 | 5 | 3000000\n");
    }
  }

  @Test
  void an_amended_e_file_takes_its_place() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CAL_EFILE, "Efile.txt", EFILE)
        .file(RawKind.CAL_EFILE, "Amended.txt", EFILE.replace(",,,,000,", ",,,,001,").replace("105.00", "106.00"))
        .run()) {
      assertThat(silver.rows("SELECT amount_cents FROM transactions WHERE form_type = 'E' AND counts_in_totals"))
          .isEqualTo("10600\n");
    }
  }

  @Test
  void a_late_report_has_its_candidate_on_the_cover() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.CAL_EFILE, "Efile.txt", """
        HDR,CAL,CA,2.01,Invented,1,
        CVR,F496,1999999,RCP,Friends of Nobody,,,,000,20181016,,R-1,,,20181106,,,Alameda,CA,94501,,,,,,Alameda,CA,94501\
        ,,,,,,,,,,,,,,,,,,,,,Example,Candida,,,,,,,,,,,,,,CCM,,CIT,City of Alameda,,,S
        S496,F496,X1,2308.74,20181015,,VOTER GUIDE,,
        """).run()) {
      assertThat(silver.rows("SELECT kind, tx_date, amount_cents, candidate, t.office_cd, juris_cd, sup_opp, "
          + "coalesce(not_counted_reason, 'counts'), late_report_id FROM transactions t JOIN filings USING (filing_key)"))
          .isEqualTo("independent | 2018-10-15 | 230874 | Candida Example | CCM | CIT | S | counts | R-1\n");
    }
  }
}
