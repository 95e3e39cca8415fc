package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// FEATURE: `kill -9` at any moment leaves the previous database served, and the next run completes it.
class KilledRunTest {
  private static final String[] ETL = {"finance", "etl", "--subdomain", "alameda.ca", "--sample", "--force"};

  @TempDir
  private static Path directory;
  private static Distribution clerk;
  private static Map<String, Integer> whole = Map.of();
  private static Duration duration = Duration.ZERO;

  @BeforeAll
  static void measure_a_whole_run() {
    clerk = Distribution.unpackedIn(directory);
    clerk.clerk("--version");
    var start = Instant.now();
    assertThat(clerk.clerk(ETL).exitCode()).isZero();
    duration = Duration.between(start, Instant.now());
    whole = Database.contentOf(clerk.published("alameda.ca"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20})
  void a_killed_refresh_leaves_the_published_database_as_it_was(int moment) throws Exception {
    killAt(clerk, moment);

    Database.assertSound(clerk.published("alameda.ca"));
    assertThat(Database.contentOf(clerk.published("alameda.ca"))).isEqualTo(whole);
    theNextRunCompletes(clerk);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 9, 11, 13, 15, 17, 19})
  void a_killed_first_run_publishes_nothing_or_all(int moment) throws Exception {
    var fresh = clerk.storingIn(directory.resolve("fresh-" + moment));

    killAt(fresh, moment);

    if (Files.exists(fresh.published("alameda.ca"))) {
      assertThat(Database.contentOf(fresh.published("alameda.ca"))).isEqualTo(whole);
    }
    theNextRunCompletes(fresh);
  }

  private static void killAt(Distribution clerk, int moment) throws IOException, InterruptedException {
    var process = clerk.start(ETL);
    Thread.sleep(duration.toMillis() * moment / 21);
    process.destroyForcibly().waitFor();
  }

  private static void theNextRunCompletes(Distribution clerk) {
    var next = clerk.clerk("finance", "etl", "--subdomain", "alameda.ca", "--sample");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(Database.contentOf(clerk.published("alameda.ca"))).isEqualTo(whole);
    assertThat(clerk.leftovers()).isEmpty();
  }
}
