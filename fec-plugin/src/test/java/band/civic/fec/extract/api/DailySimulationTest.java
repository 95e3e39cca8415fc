package band.civic.fec.extract.api;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Fault;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.clerk.testkit.openfec.SeenCall;
import band.civic.fec.openfec.Receipts;
import band.civic.fec.openfec.TestTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred committees that were never read, in runs of 30 seconds, while one call in twenty goes wrong and every
/// third run dies.
class DailySimulationTest {
  private static final int COMMITTEES = 500;
  private static final int LONG = 50;
  private static final int MOST_RUNS = 200;

  @TempDir(factory = QuickDisk.class)
  Path directory;

  @Test
  void every_row_comes_once_and_no_hour_sees_more_than_its_calls() {
    var time = new TestTime("2026-05-01T06:00:00Z");
    try (var openFec = FakeOpenFec.start(time)) {
      var rows = fill(openFec, time);
      var run = new DailyRun(directory, time, openFec.settings()).setting("fec.api-calls-per-minute", "1000");
      run.run("api-committees");
      var runs = runUntilComplete(run.option("budget", "30s"), time);

      assertThat(runs).isGreaterThan(4);
      assertThat(run.number("SELECT count(*) FROM api_schedule_a WHERE retired_run IS NULL")).isEqualTo(rows);
      assertThat(run.number("SELECT count(*) FROM api_history")).isZero();
      assertThat(run.number("SELECT sum(new) = sum(read) FROM ingests WHERE kind = 'schedule_a' AND new > 0"))
          .isEqualTo(1);
      assertThat(openFec.calls()).filteredOn(call -> !call.isTrue()).hasSizeGreaterThan(20);
      assertThat(openFec.calls("/schedule_a/")).filteredOn(call -> call.isTrue() && call.status() == 200)
          .extracting(SeenCall::target)
          .filteredOn(target -> !target.contains("min_load_date"))
          .doesNotHaveDuplicates();
      assertThat(openFec.mostCallsWithin(Duration.ofHours(1))).isLessThanOrEqualTo(950);
    }
  }

  private static long fill(FakeOpenFec openFec, TestTime time) {
    var rows = 0L;
    for (var number = 1; number <= COMMITTEES; number++) {
      var own = number % LONG == 0 ? 250 : number % 4;
      openFec.add(Listing.COMMITTEES, List.of(Rows.committee(number, "CA")))
          .add(Listing.SCHEDULE_A, Receipts.of(number, own, "2026-04-20"));
      rows += own;
    }
    openFec.onCall(() -> time.pass(Duration.ofMillis(100)))
        .misbehaveAtRandom(7, 50, List.of(Fault.timedOut(), Fault.unavailable(), Fault.couldNotProcess(), Fault.cut(),
            Fault.reset(), Fault.retryAfter(2), Fault.tooMany(), Fault.empty()));
    return rows;
  }

  private static int runUntilComplete(DailyRun run, TestTime time) {
    var dice = new Random(11);
    for (var runs = 1; runs < MOST_RUNS; runs++) {
      try {
        run.killedAfter(runs % 3 == 0 ? 1 + dice.nextInt(60) : Integer.MAX_VALUE).run("api-receipts");
      } catch (DailyRun.Killed _) {
        assertThat(run.query("SELECT status FROM ingests ORDER BY ingest_id DESC LIMIT 1")).containsExactly("running");
      }
      if (run
          .number("SELECT count(*) FROM api_state WHERE kind = 'schedule_a' AND status = 'complete'") == COMMITTEES) {
        return runs;
      }
      time.pass(Duration.ofMinutes(7));
    }
    throw new AssertionError("not complete after " + MOST_RUNS + " runs: " + run.query(
        "SELECT status || count(*) FROM api_state GROUP BY status"));
  }
}
