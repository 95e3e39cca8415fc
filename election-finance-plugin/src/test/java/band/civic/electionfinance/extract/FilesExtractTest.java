package band.civic.electionfinance.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.RawPage;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.electionfinance.netfile.format.RawKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--from` and `--sample`.
class FilesExtractTest {
  private static final String SUMMARY = """
      Filer_ID,Filer_NamL,Report_Num,Rpt_Date,From_Date,Thru_Date,Rec_Type,Form_Type,Line_Item,Amount_A,Amount_B,Amount_C
      1300001,Synthetic Committee,000,07/31/2018,01/01/2018,06/30/2018,SMRY,F460,5,100.00,,
      """;
  private static final String RECEIPTS = """
      Filer_ID,Filer_NamL,Report_Num,Rpt_Date,From_Date,Thru_Date,Rec_Type,Form_Type,Tran_ID,Entity_Cd,Tran_NamL,Tran_Date,Tran_Amt1
      1300001,Synthetic Committee,000,07/31/2018,01/01/2018,06/30/2018,RCPT,A,T1,IND,Invented,03/01/2018,100.00
      """;

  @TempDir
  Path directory;
  private Path given = Path.of(".");
  private final TestTime time = new TestTime();
  private ExtractRun run = new ExtractRun(Path.of("."), time);

  @BeforeEach
  void layout() throws IOException {
    given = Files.createDirectories(directory.resolve("given"));
    run = new ExtractRun(Files.createDirectories(directory.resolve("site")), time).agency(1, "BRK", "")
        .agency(12, "COA", "")
        .option("from", given.toString());
  }

  @Test
  void takes_in_any_mix_of_files_below_a_directory() throws IOException {
    write("raw/efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    write("raw/efile_newest_COA_2018.xlsx", Synthetic.workbook(2018, 2));
    write("sheets/Summary.csv", SUMMARY);
    write("sheets/A-Contributions.csv", RECEIPTS);
    write("sheets/notes.txt", "not of NetFile");
    var report = run.run();
    assertThat(run.units()).extracting(unit -> unit.unit().key() + " " + unit.unit().adapter() + " " + unit.unit()
        .agencyShortcut() + " " + unit.pages())
        .containsExactly("files/given/sheets sheet_csv BRK 2",
            "files/given/raw/efile_BRK_2017.xlsx workbook BRK 1",
            "files/given/raw/efile_newest_COA_2018.xlsx workbook COA 1");
    assertThat(report.notices()).extracting(Notice::code).containsExactly("files_not_recognised");
    assertThat(run.cells(RawKind.SHEET_CSV, "Tran_ID")).contains("T1");
  }

  @Test
  void keeps_copies_so_that_the_given_files_may_go() throws IOException {
    write("efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    run.run();
    Files.delete(given.resolve("efile_BRK_2017.xlsx"));
    assertThat(run.cells(RawKind.WORKBOOK_XLSX, "Tran_ID")).hasSize(3);
    assertThat(run.pages()).extracting(RawPage::url).containsExactly("file:given/efile_BRK_2017.xlsx");
  }

  @Test
  void takes_one_file_as_well() throws IOException {
    write("efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    run.option("from", given.resolve("efile_BRK_2017.xlsx").toString()).run();
    assertThat(run.units()).hasSize(1);
  }

  @Test
  void the_same_files_again_change_nothing_and_a_changed_one_is_taken_anew() throws IOException {
    write("efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.run();
    assertThat(run.run().changedAnything()).isFalse();
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 4));
    var report = run.run();
    assertThat(report.changed()).isOne();
    assertThat(report.unchanged()).isOne();
    assertThat(run.cells(RawKind.WORKBOOK_XLSX, "Tran_ID")).hasSize(7);
  }

  @Test
  void files_of_an_earlier_from_stay_unless_forced() throws IOException {
    write("efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    run.run();
    Files.delete(given.resolve("efile_BRK_2017.xlsx"));
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.run();
    assertThat(run.units()).hasSize(2);
    assertThat(run.option("force", "true").run().retired()).isOne();
    assertThat(run.units()).extracting(unit -> unit.unit().year().orElse(0)).containsExactly(2018);
  }

  @Test
  void a_file_of_another_agency_is_left_out_and_that_is_told() throws IOException {
    write("efile_newest_WESTSAC_2015.xlsx", Synthetic.workbook(2015, 1));
    write("of_any_name.xlsx", Synthetic.workbook(2016, 1));
    var report = run.run();
    assertThat(run.units()).extracting(unit -> unit.unit().key() + " " + unit.unit().agencyShortcut())
        .containsExactly("files/given/of_any_name.xlsx BRK");
    assertThat(report.notices()).extracting(Notice::code).containsExactly("agency_of_file_unknown");
  }

  @Test
  void nothing_but_files_of_another_agency_is_refused() throws IOException {
    write("efile_newest_WESTSAC_2015.xlsx", Synthetic.workbook(2015, 1));
    assertRefused("efile_newest_WESTSAC_2015.xlsx is of another agency than the site's (BRK, COA)");
    assertThat(run.units()).isEmpty();
  }

  @Test
  void of_two_files_of_one_year_the_first_is_taken_and_that_is_told() throws IOException {
    write("a/efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    write("b/efile_newest_BRK_2017.xlsx", Synthetic.workbook(2017, 2));
    var report = run.run();
    assertThat(run.cells(RawKind.WORKBOOK_XLSX, "Tran_ID")).hasSize(3);
    assertThat(report.notices()).extracting(Notice::code).containsExactly("same_year_twice");
  }

  @Test
  void only_the_named_years_are_taken() throws IOException {
    write("efile_BRK_2017.xlsx", Synthetic.workbook(2017, 3));
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.option("years", "2018").run();
    assertThat(run.units()).extracting(unit -> unit.unit().year().orElse(0)).containsExactly(2018);
  }

  @Test
  void a_damaged_workbook_a_web_page_and_a_missing_sheet_are_refused() throws IOException {
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.run();
    var before = run.pages();
    var whole = Synthetic.workbook(2017, 3);
    write("efile_BRK_2017.xlsx", Arrays.copyOf(whole, whole.length / 2));
    assertRefused("efile_BRK_2017.xlsx");
    write("efile_BRK_2017.xlsx", "<!DOCTYPE html><html><title>Sign in</title></html>");
    assertRefused("efile_BRK_2017.xlsx");
    write("efile_BRK_2017.xlsx", Synthetic.writer(2017, 3).withoutSheet("Summary").toXlsx());
    assertRefused("Summary");
    assertThat(run.pages()).isEqualTo(before);
  }

  @Test
  void a_path_with_nothing_of_netfile_in_it_is_refused() throws IOException {
    write("readme.txt", "nothing");
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining(
            "nothing that NetFile exports (1 files looked at)");
    assertThatThrownBy(() -> run.option("from", "no/such/path").run()).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("no/such/path");
  }

  @Test
  void the_sample_is_read_over_http_and_says_what_it_is() {
    var report = run.without("from").option("sample", "true").run();
    assertThat(run.units()).isNotEmpty().allSatisfy(unit -> assertThat(unit.unit().origin()).isEqualTo(Origin.SAMPLE));
    assertThat(run.pages()).extracting(RawPage::url).allSatisfy(url -> assertThat(url).startsWith("http://127.0.0.1:"));
    assertThat(report.notices()).anySatisfy(notice -> assertThat(notice.message()).startsWith("SAMPLE DATA"));
    assertThat(run.run().changedAnything()).isFalse();
  }

  @Test
  void the_sample_is_refused_where_real_data_are_and_real_data_replace_it() throws IOException {
    run.without("from").option("sample", "true").run();
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.without("sample").option("from", given.toString()).run();
    assertThat(run.units()).extracting(unit -> unit.unit().origin()).containsExactly(Origin.FILES);
    assertThatThrownBy(() -> run.without("from").option("sample", "true").run()).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("already has real data");
  }

  @Test
  void after_a_sample_all_years_are_read_from_the_live_source() {
    run.without("from").option("sample", "true").run();
    try (var netFile = FakeNetFile.start()) {
      netFile.workbook("BRK", 2012, Synthetic.workbook(2012, 1)).workbook("BRK", 2019, Synthetic.workbook(2019, 1));
      netFile.workbook("COA", 2015, Synthetic.workbook(2015, 1));
      run.without("sample").settings(netFile.settings()).run();
      assertThat(run.units()).extracting(unit -> unit.unit().agencyShortcut() + unit.unit().year().orElse(0))
          .containsExactly("BRK2012", "BRK2019", "COA2015");
    }
  }

  @Test
  void live_data_take_the_place_of_files_of_the_same_year() throws IOException {
    write("efile_BRK_2018.xlsx", Synthetic.workbook(2018, 3));
    run.run();
    try (var netFile = FakeNetFile.start()) {
      netFile.workbook("BRK", 2018, Synthetic.workbook(2018, 5));
      run.without("from").settings(netFile.settings()).option("years", "2018");
      assertThat(run.run().notices()).extracting(Notice::subject).containsExactly("COA 2018"); // COA has nothing
      assertThat(run.units()).extracting(unit -> unit.unit().origin()).containsExactly(Origin.LIVE);
    }
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class).hasMessageContaining(reason);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    var file = given.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes);
  }
}
