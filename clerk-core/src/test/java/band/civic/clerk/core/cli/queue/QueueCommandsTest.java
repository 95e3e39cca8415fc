package band.civic.clerk.core.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class QueueCommandsTest {
  private final TestDatabase database;
  private Counter counter;

  QueueCommandsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    counter = new Counter(directory, database);
  }

  @Test
  void an_unknown_type_is_told_with_those_there_are_and_nothing_is_queued() {
    var printed = counter.with("a.ca").clerk("enqueue", "sweep", "a.ca");

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("no job type \"sweep\"", "money.etl", "money.task.fetch", "tidy", "deploy")
        .doesNotContain("at band.civic");
    assertThat(counter.rows("SELECT count(*) FROM jobs")).containsExactly("0");
  }

  @Test
  void an_unknown_site_ends_with_1_and_does_not_stop_the_next() {
    var printed = counter.with("a.ca").clerk("enqueue", "money", "nope.ca", "a.ca");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err()).contains("There is no site `nope.ca`");
    assertThat(counter.rows("SELECT subdomain FROM jobs")).containsExactly("a.ca");
  }

  @Test
  void an_argument_that_a_type_does_not_take_is_told() {
    var printed = counter.with("a.ca").clerk("enqueue", "money", "a.ca", "-o", "colour=red");

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("takes no argument \"colour\"; it takes force");
  }

  @Test
  void the_high_one_goes_first_and_a_burst_ends_with_0_when_nothing_is_left() {
    counter.with("a.ca", "b.ca").clerk("enqueue", "money", "a.ca");
    counter.clerk("enqueue", "money", "b.ca", "--priority", "high");

    var printed = counter.clerk("worker", "money", "--burst", "-n", "1", "--quiet");

    assertThat(printed.exitCode()).isZero();
    assertThat(counter.rows("SELECT subdomain FROM jobs ORDER BY started_at, finished_at, job_id"))
        .containsExactly("b.ca", "a.ca");
    assertThat(counter.rows("SELECT DISTINCT state FROM jobs")).containsExactly("succeeded");
    assertThat(counter.rows("SELECT count(*) FROM workers")).containsExactly("0");
  }

  @Test
  void the_queue_of_a_plugin_is_worked_on_without_any_list_to_edit() {
    counter.with("a.ca").clerk("enqueue", "tidy", "a.ca");

    var printed = counter.clerk("worker", "brooms", "--burst", "--json", "--quiet");

    assertThat(printed.exitCode()).isZero();
    assertThat(counter.rows("SELECT type, queue, state FROM jobs")).containsExactly("tidy brooms succeeded");
    assertThat(counter.rows("SELECT data_type, state FROM runs")).containsExactly("job:tidy succeeded");
  }

  @Test
  void a_queue_that_is_not_there_is_told_with_those_that_are() {
    for (var command : List.of("worker", "purge-queue")) {
      var printed = counter.clerk(command, "bogus");
      assertThat(printed.exitCode()).isEqualTo(2);
      assertThat(printed.err()).contains("no queue \"bogus\"; there are brooms, deploy, money");
    }
    assertThat(counter.clerk("worker").err()).contains("Give --all or some of brooms, deploy, money");
    assertThat(counter.clerk("worker", "--all", "-n", "0").exitCode()).isZero();
    assertThat(counter.clerk("worker", "--all", "-n", "-1").exitCode()).isEqualTo(2);
  }

  @Test
  void run_ids_differ_and_one_that_is_given_is_kept_with_the_run_and_in_the_log() throws IOException {
    counter.with("a.ca", "b.ca");
    var own = Counter.value(counter.clerk("enqueue", "money", "a.ca", "--json"), "run_id");
    counter.clerk("enqueue", "money", "b.ca", "--run-id", "b.ca_1_abcdef");

    counter.clerk("worker", "--all", "--burst", "--quiet");

    assertThat(own).matches("a\\.ca_\\d+_[a-z0-9]{6}");
    assertThat(counter.rows("SELECT run_id FROM runs ORDER BY run_id")).containsExactly(own, "b.ca_1_abcdef");
    assertThat(counter.log().lines().filter(line -> line.contains("run ended")))
        .anySatisfy(line -> assertThat(line).contains("\"run_id\":\"b.ca_1_abcdef\"", "\"job_id\":"));
  }

  @Test
  void what_waits_is_named_instead_of_put_in_again_unless_forced() {
    counter.with("a.ca");
    var first = counter.clerk("enqueue", "money", "a.ca", "--json");
    var second = counter.clerk("enqueue", "money", "a.ca", "--json");
    var forced = counter.clerk("enqueue", "money", "a.ca", "--force", "--json");

    assertThat(Counter.value(second, "run_id")).isEqualTo(Counter.value(first, "run_id"));
    assertThat(second.out()).contains("\"coalesced\": true");
    assertThat(Counter.value(forced, "run_id")).isNotEqualTo(Counter.value(first, "run_id"));
    assertThat(counter.rows("SELECT count(*) FROM jobs")).containsExactly("2");
  }

  @Test
  void a_run_at_the_command_line_is_named_too() {
    counter.with("a.ca").clerk("money", "etl", "a.ca", "--quiet");
    counter.execute("UPDATE runs SET state = 'running', finished_at = NULL, lease_until = '2099-01-01T00:00:00.000Z'");
    counter.execute("UPDATE site_datasets SET claimed_by = (SELECT run_id FROM runs)");

    var printed = counter.clerk("enqueue", "money", "a.ca", "--json");

    assertThat(counter.rows("SELECT run_id FROM runs")).containsExactly(Counter.value(printed, "run_id"));
    assertThat(counter.rows("SELECT count(*) FROM jobs")).containsExactly("0");
  }

  @Test
  void the_queue_leaves_the_same_rows_as_the_command_line() {
    counter.with("a.ca", "b.ca").clerk("money", "etl", "a.ca", "--quiet");
    counter.clerk("enqueue", "money", "b.ca");
    counter.clerk("worker", "money", "--burst", "--quiet");

    assertThat(rowsOf("b.ca")).isEqualTo(rowsOf("a.ca")).isNotEmpty();
  }

  @Test
  void without_the_queue_the_same_rows_are_left() {
    counter.with("a.ca", "b.ca", "odd.ca");
    var inline = counter.clerk("enqueue", "money", "a.ca", "--inline", "--run-id", "a.ca_1_abcdef", "--json");
    assertThat(counter.rows("SELECT count(*) FROM jobs")).containsExactly("0");
    counter.clerk("enqueue", "money", "b.ca");
    counter.clerk("worker", "money", "--burst", "--quiet");

    assertThat(inline.exitCode()).as(inline.err()).isZero();
    assertThat(inline.out()).contains("\"run_id\": \"a.ca_1_abcdef\"", "\"done\": true", "\"rows_changed\": \"6\"");
    assertThat(rowsOf("a.ca")).isEqualTo(rowsOf("b.ca")).isNotEmpty();
  }

  @Test
  void what_fails_without_the_queue_is_told_and_does_not_stop_the_next() {
    counter.with("odd.ca", "b.ca");

    var printed = counter.clerk("enqueue", "money", "odd.ca", "nope.ca", "b.ca", "--inline");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err()).contains("404: there is no such agency", "There is no site `nope.ca`");
    assertThat(printed.out()).contains("b.ca money.etl is done").doesNotContain("odd.ca money.etl is done");
    assertThat(counter.clerk("enqueue", "reconcile", "--inline").out()).contains("reconcile is done");
    assertThat(counter.clerk("enqueue", "money", "b.ca", "--inline", "--then", "reconcile").exitCode()).isEqualTo(2);
  }

  private List<String> rowsOf(String subdomain) {
    return List.of(
        "SELECT command, started_by, state, options, exit_code, attempt, data_type FROM runs WHERE subdomain = '%s'",
        "SELECT task, stage, ordinal, t.state, reason, rows_read, rows_written, rows_changed FROM run_tasks t "
            + "JOIN runs r ON r.run_id = t.run_id WHERE subdomain = '%s' ORDER BY ordinal",
        "SELECT task, code, severity, subject, message, total FROM notices n JOIN runs r ON r.run_id = n.run_id "
            + "WHERE subdomain = '%s'",
        "SELECT data_type, task, state, seen_versions, seen_options, plugin_version FROM task_states "
            + "WHERE subdomain = '%s' ORDER BY task",
        "SELECT table_name, version FROM table_versions WHERE subdomain = '%s' ORDER BY table_name",
        "SELECT has_data, consecutive_failures, source, record_count, record_types, bytes, sha256, last_error, "
            + "claimed_by FROM site_datasets WHERE subdomain = '%s' AND data_type = 'money'",
        "SELECT kind FROM events WHERE subdomain = '%s' AND data_type = 'money'",
        "SELECT status FROM sites WHERE subdomain = '%s'")
        .stream()
        .map(sql -> sql.formatted(subdomain))
        .flatMap(sql -> counter.rows(sql).stream())
        .toList();
  }

  @Test
  void one_task_is_a_job_too() {
    counter.with("a.ca").clerk("enqueue", "money.task.fetch", "a.ca");

    counter.clerk("worker", "money", "--burst", "--quiet");

    assertThat(counter.rows("SELECT command, state FROM runs")).containsExactly("money task fetch succeeded");
    assertThat(counter.rows("SELECT task, state FROM run_tasks")).containsExactly("fetch succeeded");
  }

  @Test
  void a_failure_that_may_pass_waits_and_one_that_lasts_is_listed_with_class_and_message() {
    counter.with("down.ca", "odd.ca").clerk("enqueue", "money", "--all");

    counter.clerk("worker", "money", "--burst", "--quiet");

    assertThat(counter.rows("SELECT subdomain, state, attempt FROM jobs ORDER BY subdomain"))
        .containsExactly("down.ca queued 1", "odd.ca failed 1");
    assertThat(counter.clerk("jobs", "failed").out()).contains("odd.ca", "BadSourceData: 404: there is no such agency");
    assertThat(counter.clerk("jobs", "list").out()).contains("down.ca", "queued", "1/3", "SourceUnavailable: 503");
    counter.execute("UPDATE jobs SET run_after = created_at");
    counter.clerk("worker", "money", "--burst", "--quiet");
    assertThat(counter.rows("SELECT a.attempt, a.state, a.error_kind FROM job_attempts a JOIN jobs j "
        + "ON j.job_id = a.job_id WHERE subdomain = 'down.ca' ORDER BY a.attempt"))
        .containsExactly("1 failed SourceUnavailable", "2 failed SourceUnavailable");
    assertThat(counter.rows("SELECT attempt, state FROM runs WHERE subdomain = 'down.ca'")).containsExactly("2 failed");
  }

  @Test
  void a_failed_job_is_shown_tried_again_and_dropped() {
    counter.with("odd.ca").clerk("enqueue", "money", "odd.ca");
    counter.clerk("worker", "money", "--burst", "--quiet");
    var id = counter.rows("SELECT job_id FROM jobs").getFirst();

    assertThat(counter.clerk("jobs", "show", id).out()).contains("money.etl odd.ca: failed", "ATTEMPT",
        "BadSourceData");
    assertThat(counter.clerk("jobs", "show", id, "--json").out()).contains("\"state\": \"failed\"", "\"attempts\": [");
    assertThat(counter.clerk("jobs", "retry", "--failed").exitCode()).isZero();
    assertThat(counter.rows("SELECT state FROM jobs")).containsExactly("queued");
    assertThat(counter.clerk("jobs", "drop", id).err()).contains("clerk jobs cancel " + id);
    assertThat(counter.clerk("jobs", "cancel", id).exitCode()).isZero();
    assertThat(counter.clerk("jobs", "drop", id).exitCode()).isZero();
    assertThat(counter.clerk("jobs", "show", id).exitCode()).isEqualTo(78);
    assertThat(counter.clerk("jobs", "retry").exitCode()).isEqualTo(2);
  }

  @Test
  void a_site_is_purged_from_every_queue_and_others_stay() {
    counter.with("a.ca", "b.ca");
    for (var type : List.of("money", "tidy", "money.task.fetch")) {
      counter.clerk("enqueue", type, "a.ca", "b.ca");
    }

    assertThat(counter.clerk("purge", "a.ca", "--json").out()).contains("\"live\": 3");

    assertThat(counter.rows("SELECT DISTINCT subdomain FROM jobs")).containsExactly("b.ca");
    assertThat(counter.clerk("purge", "nope.ca").exitCode()).isEqualTo(1);
  }

  @Test
  void a_queue_is_purged_only_when_it_is_meant() {
    counter.with("a.ca").clerk("enqueue", "money", "a.ca");
    counter.clerk("enqueue", "tidy", "a.ca");

    assertThat(counter.clerk("purge-queue", "money").exitCode()).isEqualTo(2);
    assertThat(counter.rows("SELECT count(*) FROM jobs")).containsExactly("2");
    assertThat(counter.clerk("purge-queue", "money", "--yes").exitCode()).isZero();
    assertThat(counter.rows("SELECT type FROM jobs")).containsExactly("tidy");
  }

  @Test
  void every_instant_that_was_written_is_utc_text() {
    counter.with("a.ca", "odd.ca").clerk("enqueue", "money", "--all");
    counter.clerk("worker", "--all", "--burst", "--quiet");

    for (var column : List.of("sites.created_at", "sites.updated_at", "site_datasets.last_attempt_at",
        "site_datasets.next_due_at", "runs.started_at", "runs.finished_at", "runs.lease_until", "run_tasks.finished_at",
        "jobs.created_at", "jobs.run_after", "jobs.finished_at", "job_attempts.started_at", "events.created_at",
        "publications.published_at")) {
      var table = column.substring(0, column.indexOf('.'));
      assertThat(counter.rows("SELECT %s FROM %s WHERE %s IS NOT NULL".formatted(column, table, column))).as(column)
          .isNotEmpty()
          .allMatch(text -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }
  }

  @Test
  void a_job_may_wait_for_all_the_others() {
    counter.with("a.ca", "odd.ca", "none.ca");

    var printed = counter.clerk("enqueue", "money", "--all", "--then", "webhook", "--json");

    assertThat(printed.exitCode()).isZero();
    assertThat(counter.rows("SELECT subdomain, state FROM jobs WHERE parent_id IS NOT NULL ORDER BY subdomain"))
        .containsExactly("a.ca queued", "odd.ca queued");
    assertThat(counter.rows("SELECT state, open_children FROM jobs WHERE type = 'webhook'"))
        .containsExactly("waiting 2");
    counter.clerk("worker", "money", "--burst", "--quiet");
    assertThat(counter.rows("SELECT state FROM jobs WHERE type = 'webhook'")).containsExactly("queued");
  }

  @Test
  void a_database_that_is_down_is_told_without_a_stack_trace(@TempDir Path elsewhere) {
    var commands = new TypedCommands(elsewhere).with("CLERK_DATABASE_URL",
        "jdbc:postgresql://localhost:1/civic?user=ann&password=hunter2");
    for (var words : List.of(new String[]{"worker", "--all"}, new String[]{"enqueue", "deploy", "a.ca"})) {
      var printed = commands.type(words);
      assertThat(printed.exitCode()).isEqualTo(75);
      assertThat(printed.err()).contains("does not answer").doesNotContain("at band.civic", "hunter2");
    }
  }
}
