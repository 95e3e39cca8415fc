package band.civic.clerk.bench.queue;

import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.JobResult;
import band.civic.clerk.core.worker.WorkerDesk;
import band.civic.clerk.core.worker.WorkerSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many jobs that do nothing are done in a second.
final class ThroughputBench {
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 3);

  private final Registry registry;
  private final String url;

  ThroughputBench(Registry registry, String url) {
    this.registry = registry;
    this.url = url;
  }

  /// The least that a queue on this server does: one connection, one row at a time locked, deleted, committed.
  double bare(int jobs) throws SQLException {
    try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bare");
      statement.execute("CREATE TABLE bare (id BIGINT PRIMARY KEY, state TEXT NOT NULL)");
      statement.execute("INSERT INTO bare SELECT i, 'queued' FROM generate_series(1, %d) i".formatted(jobs));
      statement.execute("CREATE INDEX ON bare (id) WHERE state = 'queued'");
      connection.setAutoCommit(false);
      try (var next = connection.prepareStatement(
          "SELECT id FROM bare WHERE state = 'queued' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED");
          var end = connection.prepareStatement("UPDATE bare SET state = 'done' WHERE id = ?")) {
        var start = System.nanoTime();
        for (var i = 0; i < jobs; i++) {
          try (var row = next.executeQuery()) {
            row.next();
            end.setLong(1, row.getLong(1));
          }
          end.executeUpdate();
          connection.commit();
        }
        return jobs / seconds(start);
      }
    }
  }

  /// One worker with so many jobs at a time.
  double worker(int jobs, int atATime) {
    var kind = JobKind.of("nothing", "nothing", LIMITS, _ -> JobResult.done());
    var clock = Clock.systemUTC();
    var queue = new JobQueue(registry, clock);
    registry.sql().execute("DELETE FROM jobs");
    registry.inTransaction(_ -> {
      for (var i = 0; i < jobs; i++) {
        var _ = queue.enqueue(kind.forHost(Map.of()).withoutUniqueKey());
      }
      return jobs;
    });
    var desk = new WorkerDesk(registry, new JobKinds(List.of(kind)), clock, Backoff.usual(), List.of());
    var settings = new WorkerSettings(atATime, Duration.ofMinutes(1), Duration.ofSeconds(30), Map.of());
    var worker = desk.worker(settings.order(List.of("nothing"), atATime, true), Optional.empty());
    var start = System.nanoTime();
    var tally = worker.run(new Cancellation());
    if (tally.succeeded() != jobs) {
      throw new IllegalStateException(tally.toString());
    }
    return jobs / seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
