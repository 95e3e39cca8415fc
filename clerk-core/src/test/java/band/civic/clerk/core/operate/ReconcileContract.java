package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.operate.reconcile.Finding.Outcome;
import band.civic.clerk.core.operate.reconcile.Finding;
import band.civic.clerk.core.operate.reconcile.Reconciliation;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.runs.OldRuns;
import band.civic.clerk.spi.DataSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found and put right on every database; a second run finds nothing.
abstract class ReconcileContract {
  private static final String FILE = "alameda.ca/finance/election_finance.db";
  private static final String CONTENT_SHA = "f9d3cf5a1b8f2d26d3f3a5b9e1a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5";
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), 3);

  @TempDir
  private Path storage;

  private Station station;

  abstract String newRegistry(Path directory);

  @BeforeEach
  void open() {
    station = new Station(newRegistry(storage), storage);
  }

  @AfterEach
  void close() {
    station.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXTRACT", "TRANSFORM", "LOAD"})
  void a_run_that_is_stuck_at_any_stage_is_written_off_and_its_site_is_free(String stage) {
    var key = station.freshSite("alameda.ca");
    station.running("run-1", key);
    station.registry.sql().execute("UPDATE site_datasets SET claimed_by = 'run-1'");
    station.registry.sql()
        .execute("INSERT INTO run_tasks (run_id, task, stage, ordinal, state, reason) "
            + "VALUES ('run-1', 'work', ?, 1, 'running', '')", stage);
    assertThat(found()).as("its lease has not passed").isEmpty();
    station.clock.move(Duration.ofHours(2));

    assertThat(found()).singleElement().satisfies(finding -> {
      assertThat(finding.kind()).isEqualTo("stuck-run");
      assertThat(finding.outcome()).isEqualTo(Outcome.FOUND);
      assertThat(finding.message()).contains("alameda.ca", "process 7 on another-host");
    });
    assertThat(station.one("SELECT state FROM runs")).as("a look changes nothing").isEqualTo("running");
    repairs("stuck-run");
    assertThat(station.one("SELECT state FROM runs")).isEqualTo("abandoned");
    assertThat(station.one("SELECT state FROM run_tasks")).isEqualTo("abandoned");
    assertThat(station.one("SELECT claimed_by FROM site_datasets")).isEqualTo("null");
  }

  @Test
  void a_site_that_is_held_by_a_run_that_has_ended_is_let_go() {
    var key = station.freshSite("alameda.ca");
    station.ended("run-1", key, "succeeded");
    station.registry.sql().execute("UPDATE site_datasets SET claimed_by = 'run-1'");

    repairs("orphaned-lease");
    assertThat(station.one("SELECT claimed_by FROM site_datasets")).isEqualTo("null");
  }

  @Test
  void a_job_whose_worker_is_gone_is_tried_again() {
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS));
    station.registry.sql()
        .execute("UPDATE jobs SET state = 'running', attempt = 1, worker = 'w1', lease_until = ?, heartbeat_at = ?",
            station.now(), station.now());
    assertThat(found()).isEmpty();
    station.clock.move(Duration.ofMinutes(5));

    repairs("lost-job");
    assertThat(station.one("SELECT state FROM jobs")).isEqualTo("queued");
  }

  @Test
  void a_job_that_waits_for_children_that_are_gone_is_queued() {
    var fanIn = station.queue()
        .enqueueAll(List.of(NewJob.of("a", "finance", LIMITS), NewJob.of("b", "finance", LIMITS)),
            NewJob.of("after", "finance", LIMITS));
    assertThat(found()).isEmpty();
    station.registry.sql().execute("DELETE FROM jobs WHERE type = 'a'");

    repairs("lost-fan-in");
    assertThat(station.one("SELECT open_children FROM jobs WHERE type = 'after'")).isEqualTo("1");
    assertThat(station.one("SELECT state FROM jobs WHERE type = 'after'")).isEqualTo("waiting");

    station.registry.sql().execute("UPDATE jobs SET state = 'succeeded' WHERE type = 'b'");
    repairs("lost-fan-in");
    assertThat(station.one("SELECT state FROM jobs WHERE job_id = '" + fanIn.after().jobId() + "'"))
        .isEqualTo("queued");
  }

  @Test
  void a_published_file_that_is_missing_is_loaded_again() {
    published(13);

    repairs("missing-file");
    assertThat(station.one("SELECT state FROM task_states")).isEqualTo("abandoned");
    assertThat(station.one("SELECT next_due_at FROM site_datasets")).isEqualTo("null");
    assertThat(station.one("SELECT has_data FROM site_datasets")).as("until then the registry says what it knew")
        .isEqualTo("1");
  }

  @Test
  void a_published_file_with_other_content_is_loaded_again_and_served_meanwhile() throws IOException {
    published(13);
    file("other content");

    repairs("changed-file");
    assertThat(storage.resolve(FILE)).exists();
  }

  @Test
  void a_published_file_of_another_length_is_loaded_again() throws IOException {
    published(99);
    file("other content");

    repairs("changed-file");
  }

  @Test
  void a_file_that_nothing_was_recorded_of_is_loaded_again() throws IOException {
    published(13);
    station.registry.sql().execute("UPDATE site_datasets SET has_data = 0");
    file("other content");

    repairs("unregistered-file");
  }

  @Test
  void a_directory_of_a_site_that_nobody_registered_is_for_a_person() throws IOException {
    file("other content");

    assertThat(new Reconciliation(station.desk()).repair()).singleElement().satisfies(finding -> {
      assertThat(finding.outcome()).isEqualTo(Outcome.FOR_A_PERSON);
      assertThat(finding.message()).contains("clerk site new alameda.ca");
    });
  }

  @Test
  void runs_are_forgotten_after_long_but_never_the_last_or_one_that_something_rests_on() {
    var key = station.freshSite("alameda.ca");
    for (var run : List.of("old", "publishing", "deploying", "noting", "queued", "untold", "last")) {
      station.ended(run, key, "succeeded");
      station.clock.move(Duration.ofMinutes(1));
    }
    restOnRuns();

    station.clock.move(Duration.ofDays(399));
    assertThat(forget()).isZero();
    station.clock.move(Duration.ofDays(2));
    assertThat(forget()).isOne();

    assertThat(station.registry.sql().fetch("SELECT run_id FROM runs").map(row -> String.valueOf(row.get(0))))
        .containsExactlyInAnyOrder("publishing", "deploying", "noting", "queued", "untold", "last");
    assertThat(station.one("SELECT count(*) FROM run_tasks")).as("its tasks go with it").isEqualTo("0");
  }

  private int forget() {
    return new OldRuns(station.registry).forget(station.clock.instant().minus(Duration.ofDays(400)), 100);
  }

  private void restOnRuns() {
    var sql = station.registry.sql();
    sql.execute("INSERT INTO run_tasks (run_id, task, stage, ordinal, state, reason) "
        + "VALUES ('old', 'work', 'LOAD', 1, 'succeeded', '')");
    sql.execute("INSERT INTO publications (subdomain, data_type, sha256, bytes, run_id, published_at, source, "
        + "record_count, record_types) VALUES ('alameda.ca', 'finance', 'a', 1, 'publishing', ?, '', 1, '[]')",
        station.now());
    sql.execute(
        "INSERT INTO deployments (deployment_id, subdomain, data_type, target, run_id, file, bytes, sha256, state, "
            + "deployed_at) VALUES ('d', 'alameda.ca', 'finance', 's3', 'deploying', 'f', 1, 'a', 'published', ?)",
        station.now());
    sql.execute("INSERT INTO task_states (subdomain, data_type, task, state, run_id, plugin_version) "
        + "VALUES ('alameda.ca', 'finance', 'work', 'succeeded', 'noting', '1')");
    sql.execute("INSERT INTO events (event_id, kind, subdomain, run_id, payload, created_at) "
        + "VALUES ('e', 'data_loaded', 'alameda.ca', 'untold', '{}', ?)", station.now());
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS).withRunId("queued"));
  }

  private List<Finding> found() {
    return new Reconciliation(station.desk()).look();
  }

  private void repairs(String kind) {
    assertThat(found()).singleElement().extracting(Finding::kind).isEqualTo(kind);
    assertThat(new Reconciliation(station.desk()).repair()).singleElement()
        .extracting(Finding::outcome)
        .isEqualTo(Outcome.REPAIRED);
    assertThat(found()).as("a second run finds nothing").isEmpty();
  }

  /// A site whose load succeeded with a file of so many bytes.
  private void published(long bytes) {
    var key = station.freshSite("alameda.ca");
    station.ended("run-1", key, "succeeded");
    station.registry.sql()
        .execute("INSERT INTO run_tasks (run_id, task, stage, ordinal, state, reason) "
            + "VALUES ('run-1', 'database', 'LOAD', 1, 'succeeded', '')");
    station.registry.sql()
        .execute("INSERT INTO task_states (subdomain, data_type, task, state, run_id, plugin_version) "
            + "VALUES ('alameda.ca', 'finance', 'database', 'succeeded', 'run-1', '1')");
    var summary = new DataSummary("An invented source", Optional.empty(), Optional.empty(), 5, List.of("things"));
    new SiteDatasets(station.registry).published(key, new Publication(summary, FILE, bytes, CONTENT_SHA));
  }

  private void file(String content) throws IOException {
    Files.createDirectories(storage.resolve(FILE).getParent());
    Files.writeString(storage.resolve(FILE), content);
  }
}
