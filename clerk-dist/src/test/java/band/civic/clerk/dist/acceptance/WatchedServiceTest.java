package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: who starts a service reads one line that says what runs, where its page is and where its log is, and then what
/// happens; what libraries say of themselves is in the log alone.
class WatchedServiceTest {
  private static final String LIBRARIES = "(?s).*(Quartz|PluginManager|Flyway|jOOQ|logVersionSupport|JobStore).*";
  private static final String LOG = "logs/clerk.jsonl";

  @TempDir
  private static Path directory;
  private static Distribution clerk;

  @BeforeAll
  static void unpack() throws IOException {
    clerk = Distribution.unpackedIn(directory);
    // nothing here asks a real source
    Files.writeString(clerk.home().resolve("site-config/schedules.yaml"), """
        schedules:
          - {name: samples, every: 1h, job: finance.etl, sites: due, only: [alameda.ca], options: {sample: "true"}}
        """);
  }

  @Test
  void a_worker_tells_what_it_does() throws IOException {
    var here = clerk.storingIn(directory.resolve("worked"));
    here.clerk("enqueue", "finance", "alameda.ca", "-o", "sample=true");

    var worker = here.clerk("worker", "--all", "--burst");

    assertThat(worker.exitCode()).as(worker.err()).isZero();
    assertThat(worker.out().lines()).hasSize(2)
        .first()
        .asString()
        .startsWith("Working on deploy, fec, finance, ")
        .endsWith("the log is " + here.storage().resolve(LOG) + ".");
    assertThat(worker.err().lines()).hasSize(2);
    assertThat(worker.err()).containsPattern("\\d\\d:\\d\\d:\\d\\d alameda.ca finance.etl begins\\n")
        .containsPattern("alameda.ca finance.etl is done, [0-9,]+ rows changed \\(\\d+\\.\\d s\\)")
        .doesNotMatch(LIBRARIES);
    assertThat(Files.readString(here.storage().resolve(LOG))).contains("PluginManager", "run started");
  }

  @Test
  void a_scheduler_with_a_worker_tells_where_its_page_is_and_ends_politely() throws Exception {
    var here = clerk.storingIn(directory.resolve("scheduled"));
    var started = here.startTold("schedule", "run", "--with-worker");
    var service = started.process();
    var out = started.out();
    while (service.isAlive() && !Files.readString(out).contains("Serving")) {
      assertThat(service.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    var err = started.err();
    while (service.isAlive() && !Files.readString(err).contains("finance.etl is done")) {
      assertThat(service.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
    }

    service.destroy();

    assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(out)).containsPattern(
        "^Serving 1 schedule and all queues, 2 jobs at a time, http://127\\.0\\.0\\.1:\\d+/; the log is .*\\.jsonl\\.\\n")
        .endsWith("Ended.\n");
    assertThat(Files.readString(err)).contains("samples: 1 job put in (finance.etl)", "alameda.ca finance.etl begins")
        .doesNotMatch(LIBRARIES);
    assertThat(here.leftovers()).isEmpty();
  }
}
