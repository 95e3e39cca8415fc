package band.civic.fec.extract.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Fault;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.clerk.testkit.openfec.SeenCall;
import band.civic.fec.openfec.Receipts;
import band.civic.fec.openfec.TestTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyTest {
  private static final String LIVE = "SELECT count(*) FROM api_schedule_a WHERE retired_run IS NULL";

  @TempDir(factory = QuickDisk.class)
  Path directory;
  private final TestTime time = new TestTime("2026-05-01T06:00:00Z");
  private final FakeOpenFec openFec = FakeOpenFec.start(time);
  private DailyRun run = new DailyRun(Path.of("."), time, Map.of());

  @BeforeEach
  void twoCommittees() {
    Rows.addTwoCommittees(openFec);
    run = new DailyRun(directory, time, openFec.settings());
  }

  @AfterEach
  void stop() {
    openFec.close();
  }

  @Test
  void the_first_run_reads_everything_once_and_keeps_the_cents() {
    run.daily();
    assertThat(run.number(LIVE)).isEqualTo(233);
    assertThat(run.number("SELECT sum(amount_cents) FROM api_schedule_a")).isEqualTo(
        100L * (230 * 231 / 2 + 3 * 4 / 2) + 233 * 9);
    assertThat(run.number("SELECT sum(amount_cents) FROM api_schedule_b")).isEqualTo(410);
    assertThat(run.number("SELECT sum(amount_cents) FROM api_schedule_e")).isEqualTo(105);
    assertThat(run.query("SELECT kind || ' ' || count(*) FROM api_entities GROUP BY kind")).containsExactly(
        "candidates 2", "committees 2", "filings 2");
    assertThat(run.query("SELECT DISTINCT status FROM api_state")).containsExactly("complete");
    assertThat(run.query("SELECT DISTINCT status FROM ingests")).containsExactly("complete");
    assertThat(run.query("SELECT body FROM api_schedule_a LIMIT 1").getFirst()).doesNotContain("\"committee\"")
        .contains("\"contributor_name\"");
  }

  @Test
  void a_quiet_day_is_a_call_for_all_committees_together() {
    run.daily();
    time.pass(Duration.ofDays(1));
    var before = openFec.calls().size();
    var report = run.daily();
    assertThat(report.changed() + report.retired()).isZero();
    assertThat(openFec.calls().subList(before, openFec.calls().size())).filteredOn(call -> call.target()
        .contains("/schedule_a/")).hasSize(1);
  }

  @Test
  void a_row_of_long_ago_that_is_loaded_today_is_found_today() {
    run.daily();
    time.pass(Duration.ofDays(1));
    var late = new HashMap<>(Receipts.row(1, 900, "2026-05-01"));
    late.put("contribution_receipt_date", "2025-03-02");
    openFec.add(Listing.SCHEDULE_A, List.of(late));
    assertThat(run.daily().changed()).isEqualTo(1);
    assertThat(run.number(LIVE)).isEqualTo(234);
  }

  @Test
  void a_date_in_the_future_moves_nothing() {
    var future = new HashMap<>(Receipts.row(1, 901, "2062-01-01"));
    future.put("contribution_receipt_date", "2062-01-01");
    openFec.add(Listing.SCHEDULE_A, List.of(future));
    run.daily();
    assertThat(run.query("SELECT watermark FROM api_state WHERE kind = 'schedule_a' ORDER BY scope_id"))
        .containsExactly(
            "2026-04-20", "2026-04-21");
    time.pass(Duration.ofDays(1));
    openFec.add(Listing.SCHEDULE_A, List.of(Receipts.row(1, 902, "2026-05-01")));
    assertThat(run.daily().changed()).isEqualTo(1);
  }

  @Test
  void a_corrected_row_is_changed_and_what_it_was_is_kept() {
    run.daily();
    time.pass(Duration.ofDays(1));
    openFec.change(Listing.SCHEDULE_A, Receipts.subId(1, 7),
        Map.of("contributor_employer", "OTHER WORKS", "load_date", "2026-05-01T00:00:00"));
    assertThat(run.daily().changed()).isEqualTo(1);
    assertThat(run.number("SELECT count(*) FROM api_history")).isEqualTo(1);
    assertThat(run.query("SELECT body FROM api_schedule_a WHERE sub_id = " + Receipts.subId(1, 7)).getFirst()).contains(
        "OTHER WORKS");
  }

  @Test
  void an_amended_report_takes_the_rows_of_the_one_before_away() {
    run.daily();
    time.pass(Duration.ofDays(1));
    var rows = Receipts.of(1, 229, "2026-05-01").stream().map(row -> {
      var amended = new HashMap<>(row);
      amended.put("sub_id", String.valueOf(row.get("sub_id")).replaceFirst("^40301", "40501"));
      amended.put("file_number", 1_900_777);
      return amended;
    }).toList();
    openFec.replaceFiling(Listing.SCHEDULE_A, 1_900_001, rows)
        .add(Listing.FILINGS, List.of(Rows.filing(1, 1_900_777, "2026-05-01", List.of(1_900_001))));
    var report = run.daily();
    assertThat(report.retired()).isEqualTo(230);
    assertThat(run.number(LIVE)).isEqualTo(232);
  }

  @Test
  void disbursements_that_vanish_from_a_late_report_are_retired() {
    run.daily();
    time.pass(Duration.ofDays(1));
    openFec.remove(Listing.SCHEDULE_B, String.valueOf(Rows.disbursement(1, 2, "2026-04-15").get("sub_id")))
        .add(Listing.SCHEDULE_B, List.of(Rows.disbursement(1, 3, "2026-05-01")))
        .add(Listing.FILINGS, List.of(Rows.filing(1, 1_900_800, "2026-05-01", List.of())));
    run.daily();
    assertThat(run.query("SELECT amount_cents FROM api_schedule_b WHERE retired_run IS NULL ORDER BY 1"))
        .containsExactly(
            "155", "355");
  }

  @Test
  void fewer_rows_than_counted_leave_the_run_incomplete_and_retire_nothing() {
    run.daily();
    openFec.misbehaveAfter(1, Receipts.committee(1) + "&two_year", 99, Fault.empty());
    run.query("SELECT 1");
    try (var bronze = ApiBronze.open(run.workspace().database("bronze"))) {
      bronze.sql()
          .update("UPDATE api_state SET full_due = 1 WHERE kind = 'schedule_a' AND scope_id = ?", Receipts
              .committee(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var report = run.run("api-receipts");
    assertThat(report.notices()).extracting(Notice::code).contains("api_series_incomplete");
    assertThat(report.retired()).isZero();
    assertThat(run.number(LIVE)).isEqualTo(233);
    assertThat(run.query("SELECT status FROM ingests ORDER BY ingest_id DESC LIMIT 1")).containsExactly("incomplete");
    openFec.behave();
    run.run("api-receipts");
    assertThat(run.query("SELECT DISTINCT status FROM api_state")).containsExactly("complete");
  }

  @Test
  void conduits_and_committees_with_too_many_rows_are_left_to_the_bulk_files() {
    openFec.add(Listing.COMMITTEES, List.of(Map.of("committee_id", "C00401224", "name", "CONDUIT", "state", "CA",
        "cycles", List.of(2026))));
    run.setting("fec.api-committee-rows", "200");
    var report = run.daily();
    assertThat(report.notices()).filteredOn(notice -> notice.code().equals("api_left_to_bulk")).hasSize(3);
    assertThat(openFec.calls("C00401224")).isEmpty();
    assertThat(openFec.calls("schedule_a/?committee_id=" + Receipts.committee(1))).hasSize(1);
    assertThat(run.query("SELECT scope_id FROM api_state WHERE kind = 'schedule_a' AND status = 'left_to_bulk'"))
        .containsExactly("C00401224", Receipts.committee(1));
    assertThat(run.number(LIVE)).isEqualTo(3);
  }

  @Test
  void a_filing_of_hundreds_of_thousands_of_rows_is_left_to_the_bulk_files() {
    run.daily();
    time.pass(Duration.ofDays(1));
    openFec.add(Listing.SCHEDULE_A, List.of(Receipts.row(1, 950, "2026-05-01"))).estimateAbove(0, 700_000);
    var report = run.run("api-receipts");
    assertThat(report.notices()).extracting(Notice::message).anyMatch(text -> text.contains("about 700000 rows"));
    assertThat(run.number(LIVE)).isEqualTo(233);
  }

  @Test
  void a_run_stops_at_its_calls_and_the_next_goes_on_at_the_very_page() {
    run.run("api-committees");
    run.option("calls", "2");
    assertThat(run.run("api-receipts").notices()).extracting(Notice::code).contains("api_budget_spent");
    assertThat(run.number("SELECT count(*) FROM api_schedule_a")).isEqualTo(200);
    var before = openFec.calls("/schedule_a/").size();
    run.without("calls").run("api-receipts");
    assertThat(openFec.calls("/schedule_a/").get(before).target()).contains("last_index=");
    assertThat(openFec.calls("/schedule_a/")).hasSize(4);
    assertThat(run.number(LIVE)).isEqualTo(233);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_run_that_dies_behind_any_page_goes_on_there(int page) {
    run.run("api-committees");
    assertThatThrownBy(() -> run.killedAfter(page).run("api-receipts")).isInstanceOf(DailyRun.Killed.class);
    assertThat(run.query("SELECT status FROM ingests ORDER BY ingest_id DESC LIMIT 1")).containsExactly("running");
    run.killedAfter(Integer.MAX_VALUE).run("api-receipts");
    assertThat(openFec.calls("/schedule_a/")).extracting(SeenCall::target)
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(run.number(LIVE)).isEqualTo(233);
    assertThat(run.query("SELECT status FROM ingests ORDER BY ingest_id")).containsExactly("complete", "abandoned",
        "complete");
  }

  @Test
  void a_page_that_fails_is_the_first_that_the_next_run_asks_for() {
    run.run("api-committees");
    openFec.misbehaveAfter(2, "/schedule_a/", 7, Fault.timedOut());
    assertThat(run.run("api-receipts").notices()).extracting(Notice::code).contains("api_series_failed");
    assertThat(run.query("SELECT scope_id FROM api_state WHERE kind = 'schedule_a' AND status = 'complete'"))
        .containsExactly(Receipts.committee(2));
    run.run("api-receipts");
    assertThat(run.number(LIVE)).isEqualTo(233);
    assertThat(openFec.calls("/schedule_a/")).filteredOn(call -> call.status() == 200).hasSize(4);
  }

  @Test
  void one_state_that_fails_does_not_stop_the_other() {
    openFec.misbehave("state=CA", 99, Fault.unavailable());
    var report = run.option("states", "CA,OH").daily();
    assertThat(report.notices()).extracting(Notice::code).containsExactly("api_series_failed", "api_series_failed");
    assertThat(run.query("SELECT scope_id || status FROM api_state WHERE kind = 'committees'")).containsExactly(
        "OHcomplete");
    assertThat(run.number(LIVE)).isEqualTo(3);
  }

  @Test
  void a_source_that_is_down_is_not_asked_for_every_committee() {
    openFec.add(Listing.COMMITTEES, List.of(Rows.committee(3, "CA"), Rows.committee(4, "CA")));
    run.run("api-committees");
    openFec.misbehave("/schedule_a/", 999, Fault.unavailable());
    assertThatThrownBy(() -> run.run("api-receipts")).isInstanceOf(ClerkException.SourceUnavailable.class);
    assertThat(openFec.calls("/schedule_a/")).hasSize(3 * 7);
  }

  @Test
  void lists_with_page_numbers_are_walked_again_when_rows_change_places() {
    for (var file = 0; file < 250; file++) {
      openFec.add(Listing.FILINGS, List.of(Rows.filing(3, 1_700_000 + file, "2026-04-16", List.of())));
    }
    openFec.moveTies();
    run.run("api-filings");
    assertThat(run.number("SELECT count(*) FROM api_entities WHERE kind = 'filings'")).isGreaterThan(230);
  }

  @Test
  void without_a_key_an_etl_run_says_so_and_a_daily_run_fails() {
    run.setting("fec.api-key", "");
    assertThatThrownBy(run::daily).isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("FEC_API_KEY");
    assertThat(run.without("api").run("api-receipts").notices()).extracting(Notice::code)
        .containsExactly("api_left_out");
    assertThat(ApiTasks.list().stream().flatMap(task -> task.run(run).notices().stream()))
        .as("once for all tasks of a run")
        .extracting(Notice::code)
        .containsExactly("api_left_out");
  }

  @Test
  void further_lists_are_read_when_they_are_asked_for() {
    openFec.add(Listing.TOTALS, List.of(Map.of("committee_id", Receipts.committee(1), "cycle", 2026, "receipts",
        new BigDecimal("12.34"))))
        .add(Listing.ELECTIONS, List.of(Map.of("candidate_id", "H6CA00001", "_state", "CA", "_office", "house",
            "_district", "01", "_cycle", 2026)))
        .add(Listing.EFILE_FILINGS, List.of(Map.of("committee_id", Receipts.committee(1), "file_number", 1_900_900,
            "receipt_date", "2026-04-30T10:00:00")))
        .add(Listing.SCHEDULE_A_EFILE, List.of(Map.of("committee_id", Receipts.committee(1), "file_number", 1_900_900,
            "transaction_id", "A1", "image_number", "202605019000000001", "contribution_receipt_date", "2026-04-30")));
    run.option("with", "totals,elections,efile").daily();
    run.run("api-totals");
    run.run("api-elections");
    run.run("api-efile");
    assertThat(run.query("SELECT kind || ' ' || id FROM api_entities WHERE kind NOT IN ('committees', "
        + "'candidates', 'filings') ORDER BY 1")).containsExactly("efile-filings 1900900", "elections H6CA00001",
            "schedule_a-efile 1900900/A1/202605019000000001", "totals " + Receipts.committee(1));
  }
}
