package band.civic.electionfinance.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.electionfinance.transform.wire.IssueCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformTaskTest {
  private static final String HEADER = "Filer_ID,Filer_NamL,Report_Num,Committee_Type,Rpt_Date,From_Date,Thru_Date,"
      + "Elect_Date,tblCover_Office_Cd,tblCover_Offic_Dscr,Rec_Type,Form_Type,Line_Item,Amount_A,Amount_B,Amount_C\n";
  private static final String SUMMARY = HEADER
      + "1999999,Friends of Nobody,000,CTL,2018-07-31,2018-01-01,2018-06-30,,,,SMRY,F460,5,100.5,100.5,\n";

  @TempDir
  Path directory;

  @Test
  void silver_holds_what_bronze_said_and_where_it_came_from() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary", SUMMARY);

    var report = run.run();

    assertThat(report.read()).isEqualTo(1);
    assertThat(report.written()).isEqualTo(1);
    assertThat(report.changedAnything()).isTrue();
    assertThat(run.one("SELECT amount_a_cents FROM summary_lines")).isEqualTo("10050");
    assertThat(
        run.one("SELECT adapter || ' ' || origin || ' ' || agency_id || ' ' || url || ' ' || year || ' ' || rows "
            + "FROM sources"))
        .isEqualTo("files files 12 file:Summary.csv 2018 1");
    assertThat(run.one("SELECT shortcut || ' ' || kind || ' ' || subdomain || ' ' || note FROM agencies"))
        .isEqualTo("COA county alameda.ca The county's filings.");
    assertThat(run.one("SELECT value FROM transform_settings WHERE name = 'compat'")).isEmpty();
    assertThat(run.one("PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(run.one("PRAGMA foreign_key_check")).isEqualTo("no row");
  }

  @Test
  void nothing_but_the_databases_is_left_in_the_workspace() throws Exception {
    new TransformRun(directory, "city").sheet("Summary", SUMMARY).run();

    try (var files = Files.list(directory.resolve("work"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("bronze.db", "silver.db");
    }
  }

  @Test
  void running_again_changes_nothing() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary", SUMMARY);
    run.run();
    var before = Files.readAllBytes(run.silver());

    var report = run.run();

    assertThat(report.changedAnything()).isFalse();
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(Files.readAllBytes(run.silver())).isEqualTo(before);
  }

  @Test
  void a_page_that_differs_changes_silver() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary", SUMMARY);
    run.run();

    var report = run.sheet("Summary", SUMMARY.replace("100.5,100.5", "200,200")).run();

    assertThat(report.changedAnything()).isTrue();
    assertThat(run.one("SELECT amount_a_cents FROM summary_lines")).isEqualTo("20000");
  }

  @Test
  void a_cancelled_run_leaves_silver_as_it_was() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary", SUMMARY);
    run.run();

    var next = run.sheet("Summary", SUMMARY.replace("100.5,100.5", "200,200")).cancel();

    assertThatThrownBy(next::run).isInstanceOf(ClerkException.Cancelled.class);
    assertThat(run.one("SELECT amount_a_cents FROM summary_lines")).isEqualTo("10050");
    try (var files = Files.list(directory.resolve("work"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("bronze.db", "silver.db");
    }
  }

  @Test
  void the_mode_is_recorded_and_an_unknown_one_refused() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary", SUMMARY).option("compat", "odca-2020");
    run.run();
    assertThat(run.one("SELECT value FROM transform_settings WHERE name = 'compat'")).isEqualTo("odca-2020");

    assertThatThrownBy(() -> run.option("compat", "odca-1999").run())
        .isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessage("--compat odca-1999 is not known. Give odca-2020 or odca-head, or leave it out.");
  }

  @Test
  void without_pages_there_is_nothing_to_do_but_to_say_so() throws Exception {
    var run = new TransformRun(directory, "city");

    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("clerk finance extract --subdomain alameda.ca");
  }

  @Test
  void an_agency_that_the_site_lists_no_more_keeps_a_place() throws Exception {
    var run = new TransformRun(directory, "city").agency(99).sheet("Summary", SUMMARY);

    run.run();

    assertThat(run.one("SELECT note FROM agencies WHERE agency_id = 99"))
        .isEqualTo("Not among the agencies that were reviewed for this site.");
  }

  @Test
  void flaws_become_one_notice_per_kind() throws Exception {
    var run = new TransformRun(directory, "city").sheet("Summary",
        SUMMARY.replace("2018-06-30", "2018-06-31").replace("100.5,100.5", "much,100"));

    var notices = run.run().notices();

    assertThat(notices).extracting(Notice::code).containsExactly("unreadable_amount", "unreadable_date");
    assertThat(notices.getFirst().message()).startsWith("1 × amounts that are no number; the rows are kept");
  }

  @Test
  void money_for_a_county_is_never_from_within() throws Exception {
    var contribution = "Filer_ID,Filer_NamL,Report_Num,Committee_Type,Rpt_Date,From_Date,Thru_Date,Elect_Date,"
        + "tblCover_Office_Cd,tblCover_Offic_Dscr,Rec_Type,Form_Type,Tran_ID,Entity_Cd,Tran_NamL,Tran_NamF,Tran_City,"
        + "Tran_State,Tran_Zip4,Tran_Emp,Tran_Occ,Tran_Date,Tran_Amt1\n"
        + "1999999,Friends,000,CTL,2018-07-31,2018-01-01,2018-06-30,,,,RCPT,A,x,IND,Sample,Ada,Alameda,CA,94501,,,"
        + "2018-02-03,100\n";
    var city = new TransformRun(directory.resolve("city"), "city").sheet("A-Contributions", contribution);
    var county = new TransformRun(directory.resolve("county"), "county").sheet("A-Contributions", contribution);
    city.run();
    county.run();

    assertThat(city.one("SELECT origin FROM transactions")).isEqualTo("within");
    assertThat(county.one("SELECT origin FROM transactions")).isEqualTo("in_state");
  }

  @Test
  void every_code_of_an_issue_is_explained() throws Exception {
    var reference = Files.readString(Path.of("..", "docs", "reference", "notices.md"));

    assertThat(Arrays.stream(IssueCode.values())
        .map(code -> "| `" + code.label() + "` | "
            + code.severity().name().toLowerCase(Locale.ROOT) + " |"))
        .as("docs/reference/notices.md has a row for each IssueCode, with its severity")
        .allSatisfy(row -> assertThat(reference).contains(row));
  }
}
