package band.civic.clerk.bench.queue;

import band.civic.clerk.core.store.Registry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// What a claim costs with 10,000 jobs due and none or a million finished, and how many jobs a second one worker process
/// does, beside a bare loop over the same server. PostgreSQL as it comes: every commit is on disk.
///
///     mvn -B -pl clerk-bench -am package -DskipTests
///     mvn -B -pl clerk-bench exec:java -Dexec.classpathScope=test -Dexec.mainClass=band.civic.clerk.bench.queue.QueueBench
public final class QueueBench {
  private static final int DUE = 10_000;
  private static final int FINISHED = 1_000_000;
  private static final int NO_OPS = 6_000;

  private QueueBench() {}

  /// Prints one line for each figure.
  public static void main(String[] arguments) throws IOException, SQLException {
    try (var server = EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start()) {
      var base = "jdbc:postgresql://localhost:%d/".formatted(server.getPort());
      claims("PostgreSQL", base + "postgres?user=postgres");
      throughput(base + "template1?user=postgres");
    }
    var directory = Files.createTempDirectory("clerk-queue-bench");
    claims("SQLite", "jdbc:sqlite:" + directory.resolve("civic.db"));
    delete(directory);
  }

  private static void claims(String database, String url) {
    try (var registry = Registry.open(url)) {
      var bench = new ClaimBench(registry);
      bench.fill(DUE, 0);
      var fresh = bench.measure();
      bench.fill(DUE, FINISHED);
      var old = bench.measure();
      System.out.printf("%s, claim one of %,d due: %s; with %,d finished: %s%n", database, DUE, fresh, FINISHED, old);
    }
  }

  private static void throughput(String url) throws SQLException {
    try (var registry = Registry.open(url)) {
      var bench = new ThroughputBench(registry, url);
      bench.bare(NO_OPS / 4);
      bench.worker(NO_OPS / 4, 16);
      for (var round = 0; round < 3; round++) {
        var bare = bench.bare(NO_OPS);
        var one = bench.worker(NO_OPS / 3, 1);
        var sixteen = bench.worker(NO_OPS, 16);
        System.out.printf("jobs a second: bare loop %,.0f; worker -n 1 %,.0f (%.2f); worker -n 16 %,.0f (%.2f)%n", bare,
            one, one / bare, sixteen, sixteen / bare);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
