package band.civic.clerk.core.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), 3);

  @TempDir
  private Path directory;
  private TypedCommands commands;

  @BeforeEach
  void site() throws IOException {
    commands = new TypedCommands(directory);
    Files.createDirectories(directory.resolve("site-config/sites"));
    assertThat(commands.type("site", "new", "alameda.ca", "--name", "Alameda", "--state", "CA", "--kind", "city"))
        .satisfies(printed -> assertThat(printed.exitCode()).as(printed.err()).isZero());
  }

  @Test
  void what_waits_and_what_failed_is_shown() {
    failedJob("the source is away");

    var printed = commands.type("status");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("Workers  none; start `clerk worker --all`", "QUEUE", "finance",
        "the source is away");
    var json = JsonMapper.shared().readTree(commands.type("status", "--json").out());
    assertThat(json.at("/queues")).anySatisfy(queue -> assertThat(queue.at("/failed").asInt()).isEqualTo(1));
    assertThat(json.at("/failed_jobs/0/error_message").asString()).isEqualTo("the source is away");
  }

  @Test
  void one_site_is_shown_with_its_jobs_and_an_unknown_one_is_an_error() {
    failedJob("the source is away");

    assertThat(commands.type("status", "alameda.ca").out()).contains("alameda.ca, Alameda (new)",
        "no pipeline serves this site", "finance.etl", "the source is away", "clerk why alameda.ca");
    assertThat(JsonMapper.shared()
        .readTree(commands.type("status", "alameda.ca", "--json").out())
        .at("/jobs/0/state")
        .asString()).isEqualTo("failed");
    var unknown = commands.type("status", "nowhere.ca");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("no site `nowhere.ca`");
  }

  @Test
  void health_ends_with_what_it_saw() {
    assertThat(commands.type("health")).satisfies(printed -> {
      assertThat(printed.exitCode()).isEqualTo(1);
      assertThat(printed.out()).contains("degraded", "no worker is running").doesNotContain("schema");
    });
    failedJob("broken");
    var json = JsonMapper.shared().readTree(commands.type("health", "--json").out());
    assertThat(json.at("/status").asString()).isEqualTo("degraded");
    assertThat(json.at("/checks/failed-jobs/status").asString()).isEqualTo("degraded");
    assertThat(json.at("/issues").size()).isZero();
    assertThat(json.at("/warnings").size()).isEqualTo(2);
  }

  @Test
  void health_ends_with_0_when_all_is_well() {
    var now = Instant.now().toString();
    try (var registry = registry()) {
      registry.sql()
          .execute("INSERT INTO workers (worker, kind, host, pid, process_started_at, queues, threads, started_at, "
              + "heartbeat_at) VALUES ('w', 'worker', 'elsewhere', 1, ?, '[\"operate\"]', 2, ?, ?)", now, now, now);
    }

    var printed = commands.type("health", "--json");

    assertThat(printed.exitCode()).as(printed.out()).isZero();
    assertThat(JsonMapper.shared().readTree(printed.out()).at("/status").asString()).isEqualTo("healthy");
  }

  private Registry registry() {
    return Registry.open("jdbc:sqlite:" + directory.resolve("storage/civic.db"));
  }

  @Test
  void health_of_a_registry_that_is_none_is_told_and_not_thrown() throws IOException {
    Files.writeString(directory.resolve("storage/civic.db"), "letter".repeat(500));

    var printed = commands.type("health", "--json");

    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(JsonMapper.shared().readTree(printed.out()).at("/issues/0").asString())
        .contains("not a SQLite database");
  }

  private void failedJob(String why) {
    try (var registry = registry()) {
      var _ = new JobQueue(registry, Clock.systemUTC()).enqueue(
          NewJob.of("finance.etl", "finance", LIMITS).withSite(new DatasetKey("alameda.ca", "finance")));
      registry.sql()
          .execute("UPDATE jobs SET state = 'failed', error_kind = 'SourceUnavailable', error_message = ?",
              why);
    }
  }
}
