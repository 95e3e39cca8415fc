package band.civic.clerk.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobRunnerTest extends OfficeTest {

  @Test
  void a_first_run_does_everything_and_writes_it_down() {
    var outcome = office.run(SITE);

    assertThat(outcome.state()).isEqualTo(State.SUCCEEDED);
    assertThat(outcome.runId()).matches("alameda\\.ca_\\d{10}_[a-z0-9]{6}");
    assertThat(office.rows("SELECT task, ordinal, state, reason, rows_changed FROM run_tasks ORDER BY ordinal"))
        .containsExactly("people 1 succeeded it never ran 0", "money 2 succeeded it never ran 100",
            "clean 3 succeeded it never ran 1", "publish 4 succeeded it never ran 1");
    assertThat(office.rows("SELECT state, exit_code, command FROM runs")).containsExactly("succeeded 0 finance etl");
    assertThat(storage.resolve("alameda.ca/finance/invented.db")).hasSize(100);
  }

  @Test
  void the_site_says_what_it_has() {
    office.run(SITE);

    assertThat(
        office.rows("SELECT status, has_finance_data, finance_last_updated, finance_source, finance_coverage_start,"
            + " finance_coverage_end, finance_record_count, finance_data_types FROM sites"))
        .containsExactly(
            "published 1 2026-11-24T06:00:00.000Z Invented (X) 2020-01-01 2020-12-31 100 [\"gifts\",\"loans\"]");
    assertThat(office.rows("SELECT has_data, file, bytes, length(sha256), last_error FROM site_datasets"))
        .containsExactly("1 alameda.ca/finance/invented.db 100 64 null");
  }

  @Test
  void a_second_run_finds_nothing_new_and_changes_nothing() {
    office.run(SITE);
    var before = office.one("SELECT sha256 FROM site_datasets");
    office.clock.move(Duration.ofHours(1));

    var outcome = office.run(SITE);

    assertThat(outcome.state()).isEqualTo(State.UNCHANGED);
    assertThat(outcome.tasks()).allMatch(task -> !task.started());
    assertThat(office.one("SELECT sha256 FROM site_datasets")).isEqualTo(before);
    assertThat(office.one("SELECT max(finance_last_updated) FROM sites")).isEqualTo("2026-11-24T06:00:00.000Z");
  }

  @Test
  void the_same_file_loaded_again_is_no_update() {
    office.run(SITE);
    office.clock.move(Duration.ofHours(1));

    office.jobs().run(office.request(SITE, TaskSelection.of(Stage.LOAD).withForce(true), Map.of()), Watch.none());

    assertThat(office.one("SELECT finance_last_updated FROM sites")).isEqualTo("2026-11-24T06:00:00.000Z");
  }

  @Test
  void a_stale_source_is_asked_again_and_only_what_changed_is_done() {
    office.run(SITE);
    office.clock.move(Duration.ofHours(21));
    assertThat(ran(office.run(SITE))).containsExactly("people", "money");

    office.pipeline.records.set(120);
    office.clock.move(Duration.ofHours(21));
    assertThat(ran(office.run(SITE))).containsExactly("people", "money", "clean", "publish");
  }

  @Test
  void three_stages_one_after_the_other_are_the_same_as_one_run() {
    for (var stage : Stage.values()) {
      office.jobs().run(office.request(SITE, TaskSelection.of(stage), Map.of()), Watch.none());
    }

    assertThat(office.rows("SELECT state FROM runs")).containsOnly("succeeded").hasSize(3);
    assertThat(office.run(SITE).state()).isEqualTo(State.UNCHANGED);
  }

  @Test
  void a_stage_without_the_one_before_it_is_told_what_to_run_first() {
    var outcome = office.jobs().run(office.request(SITE, TaskSelection.of(Stage.LOAD), Map.of()), Watch.none());

    assertThat(outcome.exitCode()).isEqualTo(78);
    assertThat(outcome.error().orElseThrow().message()).isEqualTo(
        "Task \"publish\" cannot run: it needs \"clean\", which never completed; run that first.");
  }

  @Test
  void a_failed_load_leaves_what_is_published_and_says_why() {
    office.run(SITE);
    office.pipeline.when("publish", context -> {
      throw new ValidationFailed("It is too small.");
    });
    office.pipeline.records.set(30);
    office.clock.move(Duration.ofHours(21));

    var outcome = office.run(SITE);

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(storage.resolve("alameda.ca/finance/invented.db")).hasSize(100);
    assertThat(office.rows("SELECT has_data, record_count, consecutive_failures, last_error FROM site_datasets"))
        .containsExactly("1 100 1 It is too small.");
    assertThat(office.one("SELECT status FROM sites")).isEqualTo("published");
  }

  @Test
  void failures_wait_longer_each_time_and_a_success_forgets_them() {
    office.pipeline.when("money", context -> {
      throw new SourceUnavailable("No answer.");
    });
    var waits = new ArrayList<Long>();
    for (var i = 0; i < 17; i++) {
      office.run(SITE);
      waits.add(Duration.between(office.clock.instant(), office.dataset(SITE).nextDueAt().orElseThrow()).toMinutes());
    }
    assertThat(waits.subList(0, 12)).as("it may be an outage").allMatch(wait -> wait >= 57 && wait <= 63);
    assertThat(waits.subList(11, 16)).isSorted();
    assertThat(waits.getLast()).isBetween(1368L, 1512L);
    assertThat(office.one("SELECT status FROM sites")).isEqualTo("failed");

    office.pipeline.when("money", context -> TaskReport.empty().withChanged(5));
    office.run(SITE);

    assertThat(office.dataset(SITE).lastError()).isEmpty();
    assertThat(office.dataset(SITE).consecutiveFailures()).isZero();
    assertThat(office.dataset(SITE).nextDueAt().orElseThrow())
        .isAfter(office.clock.instant().plus(Duration.ofHours(22)));
  }

  @Test
  void a_task_that_left_its_work_for_another_run_stays_as_due_as_it_was() {
    office.pipeline.when("money", context -> TaskReport.notDone());
    var money = "SELECT reason FROM run_tasks WHERE task = 'money' ORDER BY started_at DESC LIMIT 1";
    assertThat(office.run(SITE).state()).isEqualTo(State.SUCCEEDED);
    assertThat(office.rows("SELECT task FROM task_states ORDER BY task")).containsExactly("clean", "people", "publish");

    office.pipeline.when("money", context -> TaskReport.empty().withChanged(5));
    office.clock.move(Duration.ofHours(1));
    office.run(SITE);
    assertThat(office.one(money)).isEqualTo("it never ran");

    var done = office.rows("SELECT * FROM task_states WHERE task = 'money'");
    office.pipeline.when("money", context -> TaskReport.notDone());
    office.clock.move(Duration.ofHours(21));
    office.run(SITE);
    assertThat(office.rows("SELECT * FROM task_states WHERE task = 'money'")).isEqualTo(done);
  }

  @Test
  void a_source_without_anything_is_no_data() {
    office.pipeline.when("publish", context -> {
      throw new ValidationFailed("It has no rows (no_data).");
    });

    office.run(SITE);

    assertThat(office.rows("SELECT status, has_finance_data FROM sites")).containsExactly("no_data 0");
  }

  @Test
  void a_published_file_that_is_missing_is_loaded_again() throws IOException {
    office.run(SITE);
    Files.delete(storage.resolve("alameda.ca/finance/invented.db"));

    var outcome = office.run(SITE);

    assertThat(ran(outcome)).containsExactly("publish");
    assertThat(outcome.tasks().getLast().reason()).isEqualTo("the published file is missing");
  }

  @Test
  void an_option_of_the_transform_runs_it_again_only_when_it_differs() {
    var old = Map.of("compat", "old");
    office.run(SITE);

    assertThat(ran(office.jobs().run(office.request(SITE, TaskSelection.all(), old), Watch.none()))).containsExactly(
        "clean", "publish");
    assertThat(ran(office.jobs().run(office.request(SITE, TaskSelection.all(), old), Watch.none()))).isEmpty();
    assertThat(ran(office.run(SITE))).containsExactly("clean", "publish");
  }

  @Test
  void a_load_sees_what_was_loaded_before() {
    office.run(SITE);
    var seen = new ArrayList<Long>();
    office.pipeline.when("publish", context -> {
      context.lastLoaded().map(DataSummary::recordCount).ifPresent(seen::add);
      return TaskReport.empty();
    });

    office.jobs().run(office.request(SITE, TaskSelection.all().withForce(true), Map.of()), Watch.none());

    assertThat(seen).containsExactly(100L);
  }
}
