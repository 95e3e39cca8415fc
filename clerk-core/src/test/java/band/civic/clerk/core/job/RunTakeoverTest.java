package band.civic.clerk.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RunTakeoverTest extends OfficeTest {

  @Test
  void a_second_run_beside_one_is_refused_and_names_it() {
    office.site(SITE);
    var inside = new ArrayList<RunOutcome>();
    office.pipeline.when("people", context -> {
      inside.add(office.otherJobs().run(office.request(SITE), Watch.none()));
      return TaskReport.empty();
    });

    var outcome = office.run(SITE);

    assertThat(outcome.state()).isEqualTo(State.SUCCEEDED);
    assertThat(inside.getFirst().state()).isEqualTo(State.REFUSED);
    assertThat(inside.getFirst().exitCode()).isEqualTo(75);
    assertThat(inside.getFirst().error().orElseThrow().message()).contains(outcome.runId(), "under way");
    assertThat(office.one("SELECT count(*) FROM runs")).isEqualTo("1");
  }

  @Test
  void a_run_whose_process_is_gone_is_abandoned_and_done_again() {
    office.run(SITE);
    office.registry.sql().execute("UPDATE runs SET state = 'running', finished_at = NULL, pid = 999999999");
    office.registry.sql().execute("UPDATE run_tasks SET state = 'running' WHERE task = 'publish'");
    office.registry.sql().execute("UPDATE task_states SET state = 'running' WHERE task = 'publish'");
    office.registry.sql().execute("UPDATE site_datasets SET claimed_by = (SELECT run_id FROM runs)");

    var outcome = office.run(SITE);

    assertThat(outcome.abandoned()).isPresent();
    assertThat(ran(outcome)).containsExactly("publish");
    assertThat(office.rows("SELECT state FROM runs ORDER BY state")).containsExactly("abandoned", "succeeded");
    assertThat(office.rows("SELECT state FROM run_tasks WHERE state = 'abandoned'")).hasSize(1);
  }

  @Test
  void a_run_that_gave_no_sign_for_too_long_is_taken_over_and_writes_nothing_more() {
    office.site(SITE);
    var successor = new ArrayList<RunOutcome>();
    office.pipeline.when("people", context -> {
      office.pipeline.when("people", again -> TaskReport.empty());
      office.clock.move(Duration.ofMinutes(2));
      successor.add(office.otherJobs().run(office.request(SITE), Watch.none()));
      return TaskReport.empty().withChanged(77);
    });

    var outcome = office.run(SITE);

    assertThat(successor.getFirst().state()).isEqualTo(State.SUCCEEDED);
    assertThat(outcome.state()).isEqualTo(State.CANCELLED);
    assertThat(office.rows("SELECT state FROM runs ORDER BY state")).containsExactly("abandoned", "succeeded");
    assertThat(office.rows("SELECT rows_changed FROM run_tasks WHERE rows_changed = 77")).isEmpty();
    assertThat(office.dataset(SITE).claimedBy()).isEmpty();
  }

  @Test
  void what_a_cut_short_task_changed_is_not_lost() {
    office.run(SITE);
    office.pipeline.records.set(150);
    office.clock.move(Duration.ofHours(21));
    office.pipeline.when("people", context -> TaskReport.empty());
    office.pipeline.when("money", context -> {
      throw new SourceUnavailable("The line was cut after the last page.");
    });
    office.run(SITE);

    office.pipeline.when("money", context -> TaskReport.empty().withUnchanged(150));

    assertThat(ran(office.run(SITE))).containsExactly("money", "clean", "publish");
  }

  @Test
  void a_cancelled_run_says_so_and_the_next_one_goes_on() {
    var watch = Watch.none();
    office.pipeline.when("clean", context -> {
      watch.cancellation().request("Ctrl-C");
      context.checkCancelled();
      return TaskReport.empty();
    });

    var outcome = office.jobs().run(office.request(SITE), watch);

    assertThat(outcome.state()).isEqualTo(State.CANCELLED);
    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(office.rows("SELECT task, state FROM run_tasks ORDER BY ordinal")).containsExactly("people succeeded",
        "money succeeded", "clean cancelled", "publish cancelled");
    assertThat(office.dataset(SITE).consecutiveFailures()).isZero();
    office.pipeline.when("clean", context -> TaskReport.empty().withChanged(1));
    assertThat(ran(office.run(SITE))).containsExactly("clean", "publish");
  }

  @Test
  void cancelling_stops_a_statement_that_is_running() {
    var watch = Watch.none();
    office.pipeline.when("money", context -> {
      Thread.ofPlatform().start(() -> {
        sleep(200);
        watch.cancellation().request("Ctrl-C");
      });
      return endless(context);
    });
    var before = System.nanoTime();

    var outcome = office.jobs().run(office.request(SITE), watch);

    assertThat(outcome.state()).isEqualTo(State.CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    assertThat(storage.resolve("alameda.ca/finance/work")).isDirectoryNotContaining("glob:**-journal");
  }

  private static TaskReport endless(TaskContext context) {
    try (var connection = context.workspace().database("bronze").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE n AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) AS x FROM c");
      return TaskReport.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
