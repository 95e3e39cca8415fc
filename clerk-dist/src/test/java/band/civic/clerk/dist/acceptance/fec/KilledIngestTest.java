package band.civic.clerk.dist.acceptance.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.dist.acceptance.Distribution;
import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// FEATURE: `kill -9` at any moment of an ingest or of a comparison of releases: each file of bronze is as it was or as it
/// will be, and the next run ends with the same content as one that nobody disturbed.
///
/// A few random moments in every build, `-DargLine=-Dclerk.fec.kills=30` for more; `-Dclerk.fec.seed=…` repeats them.
class KilledIngestTest {
  private static final int KILLS = Integer.getInteger("clerk.fec.kills", 3);
  private static final long SEED = Long.getLong("clerk.fec.seed", new Random().nextLong());
  /// In thousandths of the time that an undisturbed run takes: Java is up, or all is just over.
  private static final int START = 200;
  private static final int END = 1050;
  private static final ReleasePlan PLAN = ReleasePlan.of(40_000, 7, 2020);

  @TempDir
  private static Path directory;
  private static Distribution clerk;
  private static Map<String, String> first = Map.of();
  private static Map<String, String> second = Map.of();
  private static Duration ingest = Duration.ZERO;
  private static Duration comparison = Duration.ZERO;

  @BeforeAll
  static void run_undisturbed() throws IOException {
    System.out.println("KilledIngestTest: -Dclerk.fec.seed=" + SEED);
    SampleRelease.write(PLAN, directory.resolve("r1"));
    SampleRelease.write(PLAN.withRelease(2), directory.resolve("r2"));
    var temporary = Files.createDirectories(directory.resolve("tmp"));
    clerk = Distribution.unpackedIn(directory)
        .withEnvironment(Map.of("CLERK_JAVA_OPTS", "-Djava.io.tmpdir="
            + temporary, "FEC_NOW", "2020-05-01"));
    clerk.clerk("plugin", "list");
    ingest = time("fec", "bulk", "ingest", "--cycle", "2020", "--from", directory.resolve("r1").toString());
    first = new Bronze(clerk.storage()).content();
    copy(clerk.storage(), directory.resolve("before"));
    comparison = time("fec", "reconcile", "--cycle", "2020", "--from", directory.resolve("r2").toString());
    second = new Bronze(clerk.storage()).content();
    assertThat(second).isNotEqualTo(first);
  }

  static LongStream moments() {
    return new Random(SEED).longs(KILLS, START, END);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void an_ingest_that_was_killed_is_made_good_by_the_next(long moment) throws Exception {
    var fresh = clerk.storingIn(directory.resolve("ingest-" + moment));
    String[] words = {"fec", "bulk", "ingest", "--cycle", "2020", "--from", directory.resolve("r1").toString()};

    kill(fresh, ingest.toMillis() * moment / 1000, words);

    eachFileIsOneOf(fresh, Map.of(), first);
    theNextRunEndsWith(first, fresh, words);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_comparison_that_was_killed_is_made_good_by_the_next(long moment) throws Exception {
    var storage = directory.resolve("reconcile-" + moment);
    copy(directory.resolve("before"), storage);
    var other = clerk.storingIn(storage);
    String[] words = {"fec", "reconcile", "--cycle", "2020", "--from", directory.resolve("r2").toString()};

    kill(other, comparison.toMillis() * moment / 1000, words);

    eachFileIsOneOf(other, first, second);
    theNextRunEndsWith(second, other, words);
  }

  private static Duration time(String... words) {
    var start = Instant.now();
    var result = clerk.clerk(words);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return Duration.between(start, Instant.now());
  }

  private static void kill(Distribution clerk, long millis, String... words) throws IOException, InterruptedException {
    var process = clerk.start(words);
    Thread.sleep(millis);
    process.destroyForcibly().waitFor();
  }

  /// Looks at a copy: to read a file is to make good what the killed process left.
  private static void eachFileIsOneOf(Distribution killed, Map<String, String> before, Map<String, String> after)
      throws IOException {
    var copy = killed.storage().resolveSibling(killed.storage().getFileName() + "-copy");
    copy(killed.storage(), copy);
    var bronze = new Bronze(copy);
    var now = bronze.content();
    for (var file : bronze.liveFiles()) {
      assertThat(Bronze.contentOf(now, file)).as(file)
          .isIn(Bronze.contentOf(before, file), Bronze.contentOf(after, file));
    }
  }

  private static void theNextRunEndsWith(Map<String, String> whole, Distribution killed, String... words)
      throws IOException {
    var next = killed.clerk(words);

    var bronze = new Bronze(killed.storage());
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(bronze.content()).isEqualTo(whole);
    assertThat(bronze.faults()).isEmpty();
    assertThat(bronze.files()).isEqualTo(new Bronze(clerk.storage()).files());
    try (var left = Files.list(directory.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
    assertThat(bronze.audit("SELECT count(*) FROM ingests WHERE status = 'running'")).containsExactly("0");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(folder)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, to.resolve(from.relativize(file)));
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
