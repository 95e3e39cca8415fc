package band.civic.clerk.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.operate.health.Health;
import band.civic.clerk.core.operate.health.HealthJson;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.core.operate.health.HealthReport;
import band.civic.clerk.core.operate.health.HealthRoute;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.operate.http.DoorSettings;
import band.civic.clerk.core.operate.http.Route;
import band.civic.clerk.core.operate.metrics.Metrics;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets.Failures;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.spi.HealthCheck.Result;
import band.civic.clerk.spi.HealthCheck.State;
import band.civic.clerk.spi.HealthCheck;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.spi.DataSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What health and metrics tell on every database.
abstract class HealthContract {
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

  @Test
  void all_is_well_when_sites_are_fresh_and_somebody_works() {
    station.worker("w1", "worker", "[\"finance\"]");
    station.freshSite("alameda.ca");

    var report = look();

    assertThat(report.state()).as("%s", report).isEqualTo(State.HEALTHY);
    assertThat(report.issues()).isEmpty();
    assertThat(report.checks()).extracting(Check::name)
        .contains("database", "schema", "workers", "queues", "failed-jobs", "stale-sites", "stuck-runs", "disk");
  }

  @Test
  void a_job_whose_attempts_are_used_up_is_a_warning_until_it_is_dropped() {
    station.worker("w1", "worker", "[\"finance\"]");
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS));
    station.registry.sql().execute("UPDATE jobs SET state = 'failed', finished_at = ?", station.now());

    assertThat(look().state()).isEqualTo(State.DEGRADED);
    assertThat(look().warnings()).singleElement().asString().contains("failed-jobs: 1 job used", "clerk jobs failed");
    station.registry.sql().execute("DELETE FROM jobs");
    assertThat(look().state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void jobs_that_nobody_works_on_are_an_issue() {
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS));
    assertThat(look().issues()).anySatisfy(issue -> assertThat(issue).contains("1 job queued and no worker"));

    station.worker("w1", "worker", "[\"mail\"]");
    assertThat(look().issues()).singleElement().asString().contains("no worker drains finance");

    station.worker("w2", "worker", "[\"finance\", \"mail\"]");
    assertThat(look().issues()).isEmpty();
    station.clock.move(Duration.ofMinutes(2));
    assertThat(look().issues()).as("both gave no sign for two minutes").isNotEmpty();
  }

  @Test
  void jobs_of_a_type_that_no_plugin_here_brings_are_a_warning() {
    station.worker("w1", "worker", "[\"finance\"]");
    station.enqueue(NewJob.of("finance.gone", "finance", LIMITS));
    assertThat(look().state()).isEqualTo(State.HEALTHY);

    station.clock.move(Duration.ofMinutes(6));
    station.worker("w2", "worker", "[\"finance\"]");

    assertThat(look().warnings()).singleElement().asString().contains("1 finance.gone wait", "no plugin here");
  }

  @Test
  void a_site_that_nobody_looked_at_for_long_is_named_and_one_without_a_pipeline_is_not() {
    station.worker("w1", "worker", "[\"finance\"]");
    station.freshSite("alameda.ca");
    station.freshSite("berkeley.ca");
    station.site("never.ca");
    var gone = station.freshSite("gone.ca");
    station.wanted.remove(gone);
    station.clock.move(Duration.ofHours(37));
    station.freshSite("oakland.ca");
    station.worker("w2", "worker", "[\"finance\"]");

    var stale = check(look(), "stale-sites");

    assertThat(stale.state()).isEqualTo(State.UNHEALTHY);
    assertThat(stale.message()).contains("3 of 4", "never.ca/finance, alameda.ca/finance, berkeley.ca/finance",
        "clerk why never.ca").doesNotContain("gone.ca");
  }

  @Test
  void a_site_that_no_pipeline_serves_any_more_is_shown_only_while_it_has_data() {
    station.wanted.remove(station.freshSite("alameda.ca"));
    assertThat(station.desk().sites()).isEmpty();

    new SiteDatasets(station.registry).published(new DatasetKey("alameda.ca", "finance"), new Publication(
        new DataSummary("An invented source", Optional.empty(), Optional.empty(), 5, List.of("things")),
        "alameda.ca/finance/election_finance.db", 9, "a1"));

    assertThat(station.desk().sites()).singleElement().extracting(SiteState::standing).isEqualTo(Standing.IDLE);
  }

  @Test
  void an_error_is_over_when_a_run_succeeds() {
    var key = station.freshSite("alameda.ca");
    var datasets = new SiteDatasets(station.registry);
    datasets.failed(key, new Failures(1, "the source is away"), station.clock.instant(), station.clock.instant());
    assertThat(station.desk().site("alameda.ca")).singleElement().satisfies(site -> {
      assertThat(site.standing()).isEqualTo(Standing.FAILING);
      assertThat(site.dataset().flatMap(SiteDataset::lastError)).hasValue("the source is away");
    });

    datasets.succeeded(key, station.clock.instant(), Optional.empty());

    assertThat(station.desk().site("alameda.ca")).singleElement().satisfies(site -> {
      assertThat(site.standing()).isEqualTo(Standing.FRESH);
      assertThat(site.dataset().flatMap(SiteDataset::lastError)).isEmpty();
    });
  }

  @Test
  void what_a_plugin_looks_at_is_told_and_one_that_throws_harms_nobody() {
    station.worker("w1", "worker", "[\"finance\"]");
    station.checks.add(check("source-reachable", () -> new Result(State.DEGRADED, "slow today")));
    station.checks.add(check("broken-check", () -> {
      throw new IllegalStateException("bug");
    }));

    assertThat(look().warnings()).containsExactly("source-reachable: slow today");
    assertThat(look().issues()).singleElement().asString().startsWith("broken-check: could not be looked at");
  }

  @Test
  void the_door_tells_it_to_whoever_watches() throws Exception {
    station.freshSite("alameda.ca");
    station.enqueue(NewJob.of("finance.etl", "finance", LIMITS));
    station.clock.move(Duration.ofSeconds(90));
    var health = new HealthRoute(new Health(station.desk()), station.clock, String::valueOf);
    var routes = List.of(health.full(), health.brief(), new Metrics(station.desk()).route());

    try (var door = door(routes)) {
      assertThat(get(door, "/health").statusCode()).isEqualTo(503);
      assertThat(get(door, "/healthz").body()).contains("status=unhealthy").doesNotContain("finance");
      station.worker("w1", "worker", "[\"finance\"]");
      assertThat(get(door, "/health").statusCode()).as("told again for some seconds").isEqualTo(503);
      station.clock.move(Duration.ofSeconds(6));
      assertThat(get(door, "/health").statusCode()).isEqualTo(200);

      var metrics = get(door, "/metrics");
      assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(metrics.body().lines()).contains("clerk_registry_up 1.0",
          "clerk_jobs{queue=\"finance\",state=\"queued\"} 1.0", "clerk_queue_oldest_seconds{queue=\"finance\"} 96.0",
          "clerk_workers{kind=\"worker\"} 1.0", "clerk_sites{data_type=\"finance\",standing=\"fresh\"} 1.0",
          "clerk_site_age_seconds{data_type=\"finance\",subdomain=\"alameda.ca\"} 96.0");
      assertThat(metrics.body()).contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void a_registry_that_went_away_is_told_and_the_process_still_measured() throws Exception {
    var health = new HealthRoute(new Health(station.desk()), station.clock, String::valueOf);
    try (var door = door(List.of(health.full(), new Metrics(station.desk()).route()))) {
      station.registry.close();

      assertThat(get(door, "/health").statusCode()).isEqualTo(503);
      assertThat(get(door, "/metrics").body()).contains("clerk_registry_up 0.0", "jvm_memory_used_bytes");
    }
  }

  @Test
  void the_report_is_told_as_lists_and_maps() {
    var json = HealthJson.of(look());

    assertThat(json).containsOnlyKeys("status", "timestamp", "checks", "issues", "warnings")
        .containsEntry("status", "degraded");
  }

  private HealthReport look() {
    return new Health(station.desk()).look();
  }

  private static Check check(HealthReport report, String name) {
    return report.checks().stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  private static HealthCheck check(String name, java.util.function.Supplier<Result> seen) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Result check() {
        return seen.get();
      }
    };
  }

  private static HttpDoor door(List<Route> routes) {
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return HttpDoor.start(new DoorSettings(anywhere, Optional.empty(), true), routes);
  }

  private static HttpResponse<String> get(HttpDoor door, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(door.address().resolve(path)).build(), BodyHandlers.ofString());
  }
}
