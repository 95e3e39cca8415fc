package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: a filer is one filer whatever it typed for its id and however its name changed (netfile 3.5 items
/// 8 and 9).
class F05_FilerTest {

  @TempDir
  Path directory;

  @Test
  void two_committees_in_pending_are_two_filers() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        Pending | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 100
        PENDING | Yes on Something | 001 | 2018-01-01 | 2018-06-30 | b | 2018-02-03 | 200
        """).run()) {
      assertThat(silver.rows("SELECT filer_key, amount_cents, counts_in_totals FROM transactions ORDER BY 1"))
          .isEqualTo("""
          1:name:friends-of-nobody | 10000 | 1
          1:name:yes-on-something | 20000 | 1
          """);
      assertThat(silver.rows("SELECT name, fppc_id, fppc_id_as_filed FROM filers")).isEqualTo("""
          Friends of Nobody | - | Pending
          Yes on Something | - | PENDING
          """);
      assertThat(silver.rows("SELECT code, count(*) FROM data_issues GROUP BY 1")).isEqualTo("filer_without_id | 2\n");
    }
  }

  @Test
  void filings_without_id_and_name_are_each_of_a_filer_of_its_own() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
         |  | 000 | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 100
        0000000 |  | 001 | 2018-01-01 | 2018-06-30 | b | 2018-02-03 | 200
        9999999 | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | c | 2018-02-03 | 400
        9999999 | Yes on Something | 001 | 2018-01-01 | 2018-06-30 | d | 2018-02-03 | 800
        """).run()) {
      assertThat(silver.counted()).isEqualTo(1500_00);
      assertThat(silver.rows("SELECT count(*), sum(fppc_id IS NULL) FROM filers")).isEqualTo("4 | 4\n");
      assertThat(silver.rows("SELECT code, count(*) FROM data_issues GROUP BY 1")).isEqualTo("filer_without_id | 4\n");
    }
  }

  @Test
  void an_amendment_filed_without_an_id_takes_the_place_of_the_report_with_one() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | F460 | 5 | 100
         | Friends of Nobody | 001 | 2018-01-01 | 2018-06-30 | F460 | 5 | 150
         | Somebody Else | 000 | 2018-01-01 | 2018-06-30 | F460 | 5 | 70
        """).run()) {
      assertThat(silver.rows("""
          SELECT filer_key, sum(amount_a_cents) FROM summary_lines JOIN filings USING (filing_key)
          WHERE is_current GROUP BY 1""")).isEqualTo("1999999 | 15000\n1:name:somebody-else | 7000\n");
    }
  }

  @Test
  void a_copy_of_a_report_without_the_id_doubles_nothing() throws Exception {
    try (var silver = new SilverRun(directory).sheet("A-Contributions", """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1
        1999999 | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | a | Sample | 2018-02-03 | 100
         | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | a | Sample | 2018-02-03 | 100
         | Friends of Nobody | 000 | 2018-01-01 | 2018-06-30 | b | Sample | 2018-02-03 | 30
        """).run()) {
      assertThat(silver.counted()).isEqualTo(130_00);
      assertThat(silver.rows("SELECT count(*) FROM filings")).isEqualTo("1\n");
    }
  }

  @Test
  void names_are_remembered_with_the_days_they_were_seen() throws Exception {
    try (var silver = new SilverRun(directory).sheet("Summary", """
        Filer_ID | Filer_NamL | Report_Num | Rpt_Date | From_Date | Thru_Date | Form_Type | Line_Item | Amount_A
        1999999 | Sample for Council 2018 | 000 | 2018-07-31 | 2018-01-01 | 2018-06-30 | F460 | 5 | 100
        1999999 | Sample for Council 2018 | 000 | 2019-01-31 | 2018-07-01 | 2018-12-31 | F460 | 5 | 100
        1999999 | Sample for Mayor 2022 | 000 | 2019-07-31 | 2019-01-01 | 2019-06-30 | F460 | 5 | 100
        """).run()) {
      assertThat(silver.rows("SELECT name, first_period, last_period FROM filers"))
          .isEqualTo("Sample for Mayor 2022 | 2018-01-01 | 2019-06-30\n");
      assertThat(silver.rows("SELECT name, first_seen, last_seen FROM filer_names")).isEqualTo("""
          Sample for Council 2018 | 2018-07-31 | 2019-01-31
          Sample for Mayor 2022 | 2019-07-31 | 2019-07-31
          """);
    }
  }

  @Test
  void a_report_filed_with_two_agencies_counts_once_and_agency_zero_is_an_agency() throws Exception {
    try (var silver = filedWithTwoAgencies("1999999")) {
      assertThat(silver.rows("SELECT filer_key, agency_id FROM filers")).isEqualTo("1999999 | 0\n");
      assertThat(silver.counted()).isEqualTo(100_00);
    }
  }

  @Test
  void filers_without_an_id_in_two_agencies_stay_two() throws Exception {
    try (var silver = filedWithTwoAgencies("Pending")) {
      assertThat(silver.rows("SELECT filer_key FROM filers ORDER BY 1"))
          .isEqualTo("0:name:friends-of-nobody\n373:name:friends-of-nobody\n");
      assertThat(silver.counted()).isEqualTo(200_00);
    }
  }

  private SilverRun.Result filedWithTwoAgencies(String filerId) throws Exception {
    var rows = """
        Filer_ID | Filer_NamL | Report_Num | From_Date | Thru_Date | Tran_ID | Tran_Date | Tran_Amt1
        %s | Friends of Nobody | %s | 2018-01-01 | 2018-06-30 | a | 2018-02-03 | 100
        """;
    return new SilverRun(directory).agency(0)
        .sheet("A-Contributions", rows.formatted(filerId, "000"))
        .agency(373)
        .sheet("A-Contributions", rows.formatted(filerId, "001"))
        .run();
  }
}
