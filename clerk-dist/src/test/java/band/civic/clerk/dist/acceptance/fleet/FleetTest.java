package band.civic.clerk.dist.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.dist.acceptance.Distribution;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: schedulers and workers that are killed at any moment serve every due site once, none twice at once, and lose
/// none. A short time in every build; five minutes with `-DargLine=-Dclerk.fleet.seconds=300`.
class FleetTest {
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("clerk.fleet.seconds", 30));
  private static final int SITES = 40;

  @TempDir
  private Path directory;

  @Test
  void two_schedulers_and_four_workers_on_postgresql() throws Exception {
    try (var postgres = EmbeddedPostgres.builder().start()) {
      serve("jdbc:postgresql://localhost:%d/postgres?user=postgres&password=postgres".formatted(postgres.getPort()), 2,
          4);
    }
  }

  @Test
  void one_scheduler_and_two_workers_on_one_file() throws Exception {
    serve("jdbc:sqlite:" + directory.resolve("storage/civic.db"), 1, 2);
  }

  private void serve(String url, int schedulers, int workers) throws Exception {
    var home = Distribution.unpackedIn(directory).home();
    VisitPlugin.writeTo(home.resolve("plugins/visit-plugin.jar"));
    writeConfig();
    var rows = new Rows(url);
    try (var fleet = new Fleet(home.resolve("bin/clerk"), directory, environment(url))) {
      fleet.clerk("site", "import", directory.resolve("sites.csv").toString());
      fleet.start(schedulers, workers);
      var end = Instant.now().plus(TIME);
      var windows = 0;
      for (; windows < 2 || Instant.now().isBefore(end); windows++) {
        rows.awaitServed(windows + 1, SITES, fleet);
        rows.makeAllDue();
      }
      rows.awaitServed(windows + 1, SITES, fleet);

      System.out.printf("%d windows of %d sites, %d processes killed%n", windows + 1, SITES, fleet.kills());
      assertThat(fleet.kills()).isPositive();
      assertThat(rows.servedTimes()).containsOnly(windows + 1L);
      assertThat(rows.unserved()).isZero();
      assertThat(Visits.overlaps(directory.resolve("visits"), fleet.killedAt())).isEmpty();
    }
  }

  private void writeConfig() throws Exception {
    var config = Files.createDirectories(directory.resolve("site-config"));
    Files.writeString(config.resolve("schedules.yaml"), """
        schedules:
          - {name: visits, every: 2s, job: visit.etl, sites: due, options: {force: "true"}}
        """);
    Files.writeString(directory.resolve("sites.csv"), IntStream.range(0, SITES)
        .mapToObj("s%03d.ca,Invented,CA,US,city\n"::formatted)
        .collect(Collectors.joining("", "subdomain,name,state,country,kind\n", "")));
    Files.createDirectories(directory.resolve("storage"));
  }

  private Map<String, String> environment(String url) {
    var environment = new HashMap<String, String>();
    environment.put("CLERK_DATABASE_URL", url);
    environment.put("CLERK_STORAGE_DIR", directory.resolve("storage").toString());
    environment.put("CLERK_SITE_CONFIG_DIR", directory.resolve("site-config").toString());
    environment.put("CLERK_HTTP_ADDRESS", "off");
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("VISIT_LOG", directory.resolve("visits").toString());
    return environment;
  }
}
