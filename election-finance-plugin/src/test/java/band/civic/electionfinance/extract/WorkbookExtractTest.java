package band.civic.electionfinance.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.etl.bronze.RawPage;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.netfile.FakeNetFile.Door;
import band.civic.clerk.testkit.netfile.Fault;
import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks, and what happens when they cannot be had: specification 1.2, 1.6 and 6.2, checks 21 and 22.
class WorkbookExtractTest {

  @TempDir
  Path directory;
  private final TestTime time = new TestTime();
  private ExtractRun run = new ExtractRun(Path.of("."), time);
  private FakeNetFile netFile = FakeNetFile.start();

  @BeforeEach
  void start() {
    netFile.workbook("BRK", 2017, Synthetic.workbook(2017, 3)).workbook("BRK", 2018, Synthetic.workbook(2018, 8));
    run = new ExtractRun(directory, time).agency(1, "BRK", "").settings(netFile.settings());
  }

  @AfterEach
  void stop() {
    netFile.close();
  }

  @Test
  void reads_all_years_of_the_page_from_their_direct_addresses() {
    run.run();
    assertThat(run.cells(RawKind.WORKBOOK_ZIP, "Tran_ID")).hasSize(11);
    assertThat(netFile.requests("/pub2/excel/BRKBrowsable/efile_newest_BRK_2018.zip")).hasSize(1);
    assertThat(netFile.requests()).extracting(request -> request.method()).containsOnly("GET");
    assertThat(run.pages()).extracting(RawPage::url).allSatisfy(url -> assertThat(url).contains("efile_newest_BRK_"));
  }

  @Test
  void goes_by_the_form_of_the_page_where_there_is_no_direct_address() {
    netFile.without(Door.DIRECT);
    run.run();
    assertThat(run.cells(RawKind.WORKBOOK_ZIP, "Tran_ID")).hasSize(11);
    assertThat(netFile.requests("/pub2/excel/")).hasSize(2); // both addresses of the first year, then never again
  }

  @Test
  void finds_the_years_by_trying_when_the_page_is_gone() {
    netFile.without(Door.PORTAL);
    run.run();
    assertThat(run.cells(RawKind.WORKBOOK_ZIP, "Tran_ID")).hasSize(11);
    assertThat(netFile.requests("_2014.zip")).isNotEmpty();
    assertThat(netFile.requests("_2013.zip")).isEmpty();
  }

  @Test
  void asks_again_for_a_zip_that_was_cut_off() {
    netFile.misbehave("efile_newest_BRK_2018.zip", 1, Fault.half());
    run.run();
    assertThat(run.cells(RawKind.WORKBOOK_ZIP, "Tran_ID")).hasSize(11);
  }

  @Test
  void refuses_a_zip_that_stays_cut_off_and_keeps_what_was_there() {
    run.run();
    var before = run.pages();
    netFile.without(Door.DIRECT).misbehave("/pub2/Default.aspx", 99, Fault.half());
    run.settings(Map.of("netfile.sources", "workbook")).option("years", "2018");
    netFile.misbehave("efile_newest_BRK_2018.zip", 99, Fault.half()).with(Door.DIRECT);
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class).hasMessageContaining("cut off");
    assertThat(run.pages()).isEqualTo(before);
  }

  @Test
  void refuses_a_web_page_in_place_of_the_export_and_names_it() {
    netFile.without(Door.DIRECT)
        .misbehaveAfter(1, "/pub2/Default.aspx", 99, Fault.page("Scheduled maintenance tonight"));
    run.settings(Map.of("netfile.sources", "workbook"));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("Scheduled maintenance tonight")
        .hasMessageContaining("2018");
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void refuses_a_workbook_without_its_summary() {
    netFile.workbook("BRK", 2018, Synthetic.writer(2018, 8).withoutSheet("Summary").toXlsx());
    run.settings(Map.of("netfile.sources", "workbook")).option("years", "2018");
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class).hasMessageContaining("Summary");
    assertThat(run.files()).noneMatch(file -> file.startsWith("raw/"));
  }

  @Test
  void falls_over_to_connect2_before_the_year_is_complete_and_says_so() {
    netFile.workbook("BRK", 2018, "PK no workbook at all".getBytes(StandardCharsets.US_ASCII))
        .rows("transactions", "BRK", 2018, Synthetic.transactions(2018, 0, 7));
    var report = run.run();
    assertThat(run.units()).extracting(StoredUnit::unit)
        .extracting(unit -> unit.year().orElse(0) + " " + unit.adapter())
        .containsExactly("2017 workbook", "2018 connect2");
    assertThat(report.notices()).extracting(Notice::code).contains("source_fallback");
  }

  @Test
  void a_year_never_has_two_adapters() {
    run.run();
    run.settings(Map.of("netfile.sources.brk", "connect2")).option("years", "2018");
    netFile.rows("transactions", "BRK", 2018, Synthetic.transactions(2018, 0, 7));
    assertThat(run.run().retired()).isOne();
    assertThat(run.units()).extracting(unit -> unit.unit().adapter()).containsExactly("workbook", "connect2");
  }

  @Test
  void a_failure_of_all_ways_in_ends_unavailable_and_what_was_read_is_kept() {
    run.run();
    var before = run.pages();
    netFile.close();
    run.settings(Map.of("netfile.retries", "1")).option("years", "2018");
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("workbook: ")
        .hasMessageContaining("connect2: ")
        .hasMessageContaining("sites_api: would replace better data");
    assertThat(run.pages()).isEqualTo(before);
  }

  @Test
  void goes_on_with_the_years_that_a_killed_round_had_not_read() {
    netFile.misbehave("BRK_2018.zip", 1, Fault.change(_ -> run.cancelledAfter(0)));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.Cancelled.class);
    assertThat(run.units()).hasSize(1);
    run.cancelledAfter(Integer.MAX_VALUE).run();
    assertThat(run.units()).hasSize(2);
    assertThat(netFile.requests("efile_newest_BRK_2018.zip")).hasSize(1);
  }

  @Test
  void reads_nothing_while_the_feed_has_nothing_new_and_everything_again_after_a_week() {
    netFile.feedItem("BRK", "guid-1", "FPPC Form 460 (1/1/2018 - 6/30/2018)");
    run.run();
    var asked = netFile.requests().size();
    var report = later(Duration.ofDays(1)).run();
    assertThat(report.changedAnything()).isFalse();
    assertThat(report.notices()).extracting(Notice::code).contains("no_new_filings");
    assertThat(netFile.requests()).hasSize(asked + 1);
    later(Duration.ofDays(6)).run();
    assertThat(netFile.requests("efile_newest_BRK_2017.zip")).hasSize(2);
  }

  @Test
  void reads_the_latest_years_and_those_of_new_filings_when_the_feed_has_some() {
    netFile.workbook("BRK", 2020, Synthetic.workbook(2020, 1));
    run.run();
    netFile.feedItem("BRK", "guid-2", "FPPC Form 460 (7/1/2018 - 12/31/2018)");
    later(Duration.ofDays(1)).run();
    assertThat(netFile.requests("efile_newest_BRK_2020.zip")).hasSize(2);
    assertThat(netFile.requests("efile_newest_BRK_2018.zip")).hasSize(2);
    assertThat(netFile.requests("efile_newest_BRK_2017.zip")).hasSize(1);
  }

  @Test
  void without_a_feed_the_latest_years_are_read() {
    netFile.without(Door.FEED);
    run.run();
    later(Duration.ofDays(1)).run();
    assertThat(netFile.requests("efile_newest_BRK_2020.zip")).isNotEmpty();
    assertThat(netFile.requests("efile_newest_BRK_2018.zip")).hasSize(1);
  }

  @Test
  void every_request_waits_for_its_turn_among_other_processes() {
    run.behindOthersBy(Duration.ofSeconds(7)).run();

    assertThat(run.turns()).isNotEmpty().allMatch(host -> netFile.base().toString().contains(host));
    assertThat(time.pauses()).filteredOn(pause -> pause.compareTo(Duration.ofSeconds(7)) >= 0)
        .hasSameSizeAs(run.turns());
  }

  @Test
  void agencies_of_one_site_do_not_mix_and_their_notes_are_told() {
    netFile.workbook("COA", 2018, Synthetic.workbook(2018, 4));
    run.agency(12, "COA", "Alameda County's filings").option("years", "2018");
    var report = run.run();
    assertThat(run.units()).extracting(unit -> unit.unit().agencyId()).containsExactly(1, 12);
    assertThat(report.notices()).contains(Notice.info("agency_note", "COA", "Alameda County's filings"));
  }

  @Test
  void a_site_without_an_agency_ends_with_a_clear_message_and_writes_nothing() {
    var unmapped = new ExtractRun(directory.resolve("unmapped"), time).settings(netFile.settings());
    directory.resolve("unmapped").toFile().mkdirs();
    assertThatThrownBy(unmapped::run).isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("berkeley.ca has no NetFile agency")
        .hasMessageContaining("clerk agency");
    assertThat(unmapped.files()).isEmpty();
    assertThat(netFile.requests()).isEmpty();
  }

  @Test
  void settings_that_make_no_sense_are_named() {
    assertThatThrownBy(() -> run.settings(Map.of("netfile.sources", "workbok")).run()).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("workbok");
    assertThatThrownBy(() -> run.option("years", "20018").run()).hasMessageContaining("--years");
    assertThatThrownBy(() -> run.settings(Map.of("netfile.pause-ms", "half a second")).run()).hasMessageContaining(
        "netfile.pause-ms");
    assertThat(Years.parse("2014, 2017-2019", "--years")).isEqualTo(List.of(2019, 2018, 2017, 2014));
  }

  private ExtractRun later(Duration duration) {
    time.pass(duration);
    return run;
  }
}
