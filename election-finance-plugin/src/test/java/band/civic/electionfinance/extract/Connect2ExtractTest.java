package band.civic.electionfinance.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.netfile.Fault;
import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Specification 6.2, checks 20 and 21, for the paged lists of Connect2.
class Connect2ExtractTest {
  private static final int ROWS = 236;
  private static final String PAGES = "cal201/transaction/year";

  @TempDir
  Path directory;
  private final TestTime time = new TestTime();
  private final FakeNetFile netFile = FakeNetFile.start(time);
  private ExtractRun run = new ExtractRun(Path.of("."), time);

  @BeforeEach
  void start() {
    run = run(directory);
    netFile.rows("transactions", "BRK", 2018, Synthetic.transactions(2018, 0, ROWS))
        .rows("summary", "BRK", 2018, Synthetic.summary(12))
        .rows("filers", "BRK", Synthetic.filers())
        .rows("filings", "BRK", Synthetic.filings(1000, 24));
  }

  private ExtractRun run(Path site) {
    return new ExtractRun(site, time).agency(1, "BRK", "")
        .settings(netFile.settings())
        .settings(Map.of("netfile.sources", "connect2", "netfile.read-timeout-s", "3", "netfile.connect2.page-size",
            "100"))
        .option("years", "2018");
  }

  @AfterEach
  void stop() {
    netFile.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void reads_every_row_of_every_page_once(String format) {
    run.settings(Map.of("netfile.connect2.format", format));
    var report = run.run();
    assertThat(report.changed()).isEqualTo(6);
    assertEveryRowOnce(format.equals("json") ? RawKind.CONNECT2_TRANSACTIONS_JSON : RawKind.CONNECT2_TRANSACTIONS_CSV,
        ROWS);
    assertThat(netFile.requests(PAGES)).allSatisfy(request -> assertThat(request.target()).contains(
        "ShowSuperceded=false"));
  }

  @Test
  void keeps_what_is_known_of_the_years_filers_and_filings_with_it() {
    run.run();
    assertThat(run.cells(RawKind.CONNECT2_FILERS, "localAgencyId")).containsExactly("BRK-1");
    assertThat(run.cells(RawKind.CONNECT2_FILINGS, "id")).containsExactly("1000", "1001", "1002");
  }

  @Test
  void asks_for_filings_that_the_list_does_not_have() {
    netFile.rows("transactions", "BRK", 2017, Synthetic.transactions(2017, 9_000, 1))
        .rows("info", "1090", List.of(Map.of("filingId", "1090", "amendmentSequenceNumber", "1", "localFilerId",
            "BRK-1")));
    run.option("years", "2017").run();
    assertThat(run.cells(RawKind.CONNECT2_FILING_INFO, "filingId")).containsExactly("1090");
  }

  @Test
  void survives_500s_an_sql_exception_a_stall_and_a_broken_connection_with_growing_waits() {
    netFile.rows("transactions", "BRK", 2018, Synthetic.transactions(2018, ROWS, 2_357 - ROWS));
    run.settings(Map.of("netfile.connect2.page-size", "1000"));
    netFile.misbehave("CurrentPageIndex=1", 2, Fault.status(500))
        .misbehave("CurrentPageIndex=1", 1, Fault.sqlException())
        .misbehave("CurrentPageIndex=1", 1, Fault.stall(Duration.ofMillis(4_500)))
        .misbehave("CurrentPageIndex=1", 1, Fault.reset());
    run.run();
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, 2_357);
    var retries = time.pauses().stream().filter(pause -> pause.toMillis() != 500).toList();
    assertThat(retries).containsExactly(seconds(1), seconds(2), seconds(4), seconds(8), seconds(16));
  }

  @Test
  void keeps_the_pause_by_the_clock_of_the_server() {
    run.run();
    var times = netFile.requests().stream().map(request -> request.at()).toList();
    for (var i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
  }

  @Test
  void waits_as_long_as_it_is_told_to() {
    netFile.misbehave("CurrentPageIndex=2", 1, Fault.retryAfter(77));
    run.run();
    assertThat(time.pauses()).contains(seconds(77));
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
  }

  @Test
  void starts_anew_when_the_count_changes_in_mid_walk() {
    netFile.misbehaveAfter(2, PAGES, 1, Fault.change(source -> source.rows("transactions", "BRK", 2018, Synthetic
        .transactions(2018, ROWS, 3))));
    run.run();
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS + 3);
  }

  @Test
  void starts_anew_when_a_page_comes_twice() {
    netFile.misbehaveAfter(1, PAGES, 1, Fault.pageBefore());
    run.run();
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
  }

  @Test
  void refuses_a_list_that_never_agrees_with_its_count() {
    netFile.misbehaveAfter(1, "CurrentPageIndex=1&", 99, Fault.pageBefore())
        .misbehave("CurrentPageIndex=1&", 99, Fault.pageBefore());
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("BRK")
        .hasMessageContaining("2018")
        .hasMessageContaining("came twice");
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void refuses_an_empty_list_where_rows_were_before() {
    run.run();
    var before = run.pages();
    netFile.misbehave("cal201/", 99, Fault.empty());
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining(
            "gives no rows for BRK 2018, where " + (ROWS + 12) + " were read before");
    assertThat(run.pages()).isEqualTo(before);
  }

  @Test
  void refuses_less_than_half_of_what_was_before_unless_that_is_allowed() {
    run.run();
    try (var shrunk = FakeNetFile.start()) {
      shrunk.rows("transactions", "BRK", 2018, Synthetic.transactions(2018, 0, 50));
      run.settings(shrunk.settings());
      assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
          .hasMessageContaining("--allow-shrink");
      assertThat(run.units()).extracting(unit -> unit.rows().orElse(0)).containsExactly((long) ROWS + 12);
      run.option("allow-shrink", "true").run();
      assertThat(run.units()).extracting(unit -> unit.rows().orElse(0)).containsExactly(50L);
    }
  }

  @Test
  void goes_on_where_a_killed_walk_stood() {
    run.cancelledAfter(8);
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.Cancelled.class);
    var before = netFile.requests().size();
    assertThat(before).isPositive();
    assertThat(run.pages()).isEmpty();
    run.cancelledAfter(Integer.MAX_VALUE).run();
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
    assertThat(netFile.requests(PAGES)).extracting(request -> request.target()).doesNotHaveDuplicates();
  }

  @Test
  void rows_come_once_wherever_the_walk_was_broken_off() {
    var checks = 0;
    while (isBrokenOffAfter(checks)) {
      run.cancelledAfter(Integer.MAX_VALUE).run();
      assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
      checks += 2; // every second is enough to meet every kind of step
    }
    assertThat(checks).isGreaterThan(15);
  }

  private boolean isBrokenOffAfter(int checks) {
    run = run(directory.resolve("after-" + checks)).cancelledAfter(checks);
    try {
      run.run();
      return false;
    } catch (ClerkException.Cancelled e) {
      return true;
    }
  }

  @Test
  void starts_a_walk_anew_that_was_broken_off_long_ago() {
    run.cancelledAfter(8);
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.Cancelled.class);
    later(Duration.ofHours(7)).cancelledAfter(Integer.MAX_VALUE).run();
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
    assertThat(netFile.requests("CurrentPageIndex=0&PageSize=100&ShowSuperceded")).hasSize(2);
  }

  @Test
  void a_page_size_that_is_not_granted_is_refused_with_the_setting_to_change() {
    netFile.misbehave(PAGES, 99, Fault.change(source -> {}));
    run.settings(Map.of("netfile.connect2.transactions",
        "{base}/public/campaign/export/cal201/transaction/year?Aid={aid}&Year={year}&CurrentPageIndex={page}&PageSize=40"));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining(
            "netfile.connect2.page-size");
  }

  @Test
  void a_permanent_error_is_not_asked_for_again_and_a_lasting_one_ends_unavailable() {
    netFile.misbehave(PAGES, 99, Fault.sqlException());
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining(
            "SqlException");
    assertThat(netFile.requests(PAGES)).hasSize(11);
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void a_filing_that_netfile_does_not_have_is_asked_for_once() {
    netFile.rows("transactions", "BRK", 2017, Synthetic.transactions(2017, 9_000, 1))
        .misbehave("/filing/info/", 99, Fault.error(500, "EfileNotFoundException"));
    assertThat(run.option("years", "2017").run().notices()).extracting(Notice::code).contains("filing_facts_missing");
    assertThat(netFile.requests("/filing/info/")).hasSize(1);
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, 1);
  }

  @Test
  void filings_of_another_agency_with_the_same_shortcut_are_refused() {
    netFile.rows("filings", "BRK", List.of(Map.of("id", "77", "isEfiled", "true", "agency", "115")));
    assertThatThrownBy(run::run).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining(
            "asked for BRK (1), NetFile answers with filings of agency [115]");
    assertThat(run.pages()).isEmpty();
  }

  @Test
  void the_same_answers_again_change_nothing() {
    run.run();
    var files = run.files();
    var report = run.run();
    assertThat(report.changedAnything()).isFalse();
    assertThat(report.unchanged()).isEqualTo(6);
    assertThat(run.files()).isEqualTo(files);
  }

  @Test
  void an_agency_with_number_0_is_an_agency() {
    netFile.rows("transactions", "ANA", 2018, Synthetic.transactions(2018, 0, 5));
    var anaheim = new ExtractRun(directory.resolve("anaheim"), time).agency(0, "ANA", "")
        .settings(netFile.settings())
        .settings(Map.of("netfile.sources", "connect2"))
        .option("years", "2018");
    anaheim.run();
    assertThat(anaheim.units()).extracting(StoredUnit::unit).extracting(unit -> unit.agencyId()).containsExactly(0);
  }

  @Test
  void facts_that_cannot_be_had_are_noted_and_the_rows_kept() {
    netFile.misbehave("/public/list/filing?", 99, Fault.status(404));
    assertThat(run.run().notices()).extracting(Notice::code).contains("filing_facts_missing");
    assertEveryRowOnce(RawKind.CONNECT2_TRANSACTIONS_JSON, ROWS);
  }

  private void assertEveryRowOnce(RawKind kind, int rows) {
    assertThat(run.cells(kind, "netFileKey")).hasSize(rows).doesNotHaveDuplicates();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private ExtractRun later(Duration duration) {
    time.pass(duration);
    return run;
  }
}
