package band.civic.fec.extract.api;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.Notice;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Fault;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.clerk.testkit.openfec.SeenCall;
import band.civic.fec.openfec.Receipts;
import band.civic.fec.openfec.TestTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenWalkTest {
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
  void a_walk_of_new_rows_that_was_broken_off_goes_on_as_such() {
    run.daily();
    time.pass(Duration.ofDays(1));
    var rows = Receipts.of(1, 229, "2026-05-01").stream().map(row -> {
      var amended = new HashMap<>(row);
      amended.put("sub_id", String.valueOf(row.get("sub_id")).replaceFirst("^40301", "40501"));
      amended.put("file_number", 1_900_777);
      return amended;
    }).toList();
    openFec.replaceFiling(Listing.SCHEDULE_A, 1_900_001, rows)
        .add(Listing.FILINGS, List.of(Rows.filing(1, 1_900_777, "2026-05-01", List.of(1_900_001))))
        .add(Listing.SCHEDULE_B, IntStream.range(3, 250)
            .mapToObj(row -> Rows.disbursement(1, row, "2026-05-01"))
            .toList());
    run.run("api-filings");
    run.option("calls", "2").run("api-receipts");
    run.option("calls", "1").run("api-disbursements");
    assertThat(run.query("SELECT kind || mode FROM api_state WHERE status = 'open' ORDER BY 1")).containsExactly(
        "schedule_asince", "schedule_bsince");
    run.without("calls").daily();
    assertThat(run.number(LIVE)).isEqualTo(232);
    assertThat(run.number("SELECT count(*) FROM api_schedule_b WHERE retired_run IS NULL")).isEqualTo(249);
    assertThat(run.number("SELECT count(*) FROM api_state WHERE status = 'open'")).isZero();
  }

  @Test
  void a_page_that_is_on_its_way_when_the_time_ends_is_kept() {
    run.run("api-committees");
    openFec.onCall(() -> time.pass(Duration.ofMinutes(1)))
        .misbehave("/schedule_a/", 1, Fault.slow(Duration.ofMillis(500)));
    assertThat(run.option("budget", "30s").run("api-receipts").notices()).extracting(Notice::code)
        .contains("api_budget_spent");
    assertThat(run.number("SELECT count(*) FROM api_schedule_a")).isEqualTo(100);
    run.without("budget").run("api-receipts");
    assertThat(openFec.calls("/schedule_a/")).extracting(SeenCall::target).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void a_row_that_cannot_be_read_does_not_retire_what_it_was() {
    run.daily();
    time.pass(Duration.ofDays(1));
    openFec.change(Listing.SCHEDULE_A, Receipts.subId(1, 7), Map.of("contribution_receipt_amount", "N/A", "load_date",
        "2026-05-01T00:00:00"));
    run.query("UPDATE api_state SET full_due = 1 WHERE kind = 'schedule_a' RETURNING kind");
    assertThat(run.daily().retired()).isZero();
    assertThat(run.number(LIVE)).isEqualTo(233);
  }
}
