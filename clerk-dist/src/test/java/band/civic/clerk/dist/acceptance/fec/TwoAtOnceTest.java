package band.civic.clerk.dist.acceptance.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.dist.acceptance.Distribution;
import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: of two commands that write federal money at once the second is told who is at it, and changes nothing.
class TwoAtOnceTest {
  private static final List<List<String>> WRITING = List.of(List.of("fec", "bulk", "ingest", "--cycle", "2020"),
      List.of("fec", "reconcile", "--cycle", "2020"), List.of("fec", "daily"), List.of("fec", "bulk", "download"),
      List.of("fec", "backfill", "--cycles", "2020"), List.of("fec", "prune", "--older-than", "1d"));

  @TempDir
  private static Path directory;
  private static Distribution installed;

  @BeforeAll
  static void unpack() {
    installed = Distribution.unpackedIn(directory);
    SampleRelease.write(ReleasePlan.of(60_000, 7, 2020), directory.resolve("r1"));
    installed.clerk("plugin", "list");
  }

  @Test
  void while_an_ingest_is_under_way() throws Exception {
    var clerk = installed.storingIn(directory.resolve("ingest"));
    var first = clerk.start("fec", "bulk", "ingest", "--cycle", "2020", "--from", directory.resolve("r1").toString());
    try {
      awaitFile(clerk.storage().resolve("us/fec/work/bronze.db"), first);
      new ProcessBuilder("kill", "-STOP", String.valueOf(first.pid())).start().waitFor();
      everyOtherIsTold(clerk, "fec bulk ingest", first);
      if (Files.isExecutable(Path.of("/usr/bin/renice"))) {
        assertThat(niceness(first)).as("it comes after those who wait for an answer").contains("10");
      }
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void while_a_daily_run_is_under_way() throws Exception {
    var called = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var openFec = FakeOpenFec.start()) {
      openFec.onCall(() -> {
        called.countDown();
        await(go);
      });
      var clerk = installed.storingIn(directory.resolve("daily"))
          .withEnvironment(Map.of("FEC_API_KEY", openFec.key(), "FEC_API_BASE", openFec.base().toString()));
      var first = clerk.start("fec", "daily");
      try {
        await(called);
        everyOtherIsTold(clerk, "fec daily", first);
      } finally {
        first.destroyForcibly().waitFor();
        go.countDown();
      }
    }
  }

  private static void everyOtherIsTold(Distribution clerk, String command, Process first) throws Exception {
    var run = new Bronze(clerk.storage())
        .registry("SELECT run_id || ' ' || started_at FROM runs WHERE finished_at IS NULL")
        .getFirst()
        .split(" ");
    var before = files(clerk);
    for (var words : WRITING) {
      var start = Instant.now();
      var second = clerk.clerk(words.toArray(String[]::new));
      System.out.printf("%s beside %s: told after %d ms%n", String.join(" ", words), command, Duration.between(start,
          Instant.now()).toMillis());

      assertThat(second.exitCode()).as(second.err()).isEqualTo(4);
      assertThat(second.err()).contains(run[0], "(" + command + ")", "since " + run[1].substring(0, 19), "process "
          + first.pid() + " on ");
      assertThat(second.out()).isEmpty();
    }
    assertThat(files(clerk)).isEqualTo(before);
  }

  /// How far its threads stand back: 0, or 10.
  private static Set<String> niceness(Process process) throws Exception {
    var found = new HashSet<String>();
    try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      for (var thread : threads.toList()) {
        var afterName = Files.readString(thread.resolve("stat")).replaceFirst(".*\\) ", "");
        found.add(afterName.split(" ")[16]);
      }
    }
    return found;
  }

  /// Names, sizes and times of all files of the site.
  private static List<String> files(Distribution clerk) throws Exception {
    try (Stream<Path> files = Files.walk(clerk.storage().resolve("us"))) {
      return files.filter(Files::isRegularFile).map(TwoAtOnceTest::looks).sorted().toList();
    }
  }

  private static String looks(Path file) {
    var seen = file.toFile();
    return file + " " + seen.length() + " " + seen.lastModified();
  }

  private static void awaitFile(Path file, Process process) {
    while (!Files.exists(file)) {
      assertThat(process.isAlive()).as("the first process is at it").isTrue();
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
