package band.civic.clerk.bench.queue;

import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.store.Registry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What one claim costs.
final class ClaimBench {
  private static final int CLAIMS = 1_000;
  private static final List<String> QUEUES = List.of("finance", "fec", "deploy", "webhook");

  private final Registry registry;
  private final JobClaims claims;

  ClaimBench(Registry registry) {
    this.registry = registry;
    this.claims = new JobClaims(registry, Clock.systemUTC(), Duration.ofMinutes(1), Backoff.usual());
  }

  /// Median and the time that 95 of 100 stay below.
  record Times(double medianMillis, double p95Millis) {
    @Override
    public String toString() {
      return "median %.2f ms, 95 %% below %.2f ms".formatted(medianMillis, p95Millis);
    }
  }

  /// Starts again with so many jobs that are due, and so many that are done, each with its attempt.
  void fill(int due, int finished) {
    var sql = registry.sql();
    sql.execute("DELETE FROM jobs");
    sql.execute(insert("queued", "d", due));
    if (finished > 0) {
      sql.execute(insert("succeeded", "f", finished));
      sql.execute("INSERT INTO job_attempts (job_id, attempt, worker, state, started_at) SELECT job_id, 1, 'w', "
          + "'succeeded', created_at FROM jobs WHERE state = 'succeeded'");
    }
    sql.execute("ANALYZE");
  }

  /// Claims and ends so many jobs; only the claims are timed.
  Times measure() {
    var times = new long[CLAIMS];
    for (var i = 0; i < 2 * CLAIMS; i++) {
      var start = System.nanoTime();
      var job = claims.claim(Wish.one("bench", QUEUES)).getFirst();
      times[i % CLAIMS] = System.nanoTime() - start;
      var _ = claims.succeed(job, Map.of());
    }
    Arrays.sort(times);
    return new Times(times[CLAIMS / 2] / 1e6, times[CLAIMS * 95 / 100] / 1e6);
  }

  private static String insert(String state, String prefix, int count) {
    return """
           INSERT INTO jobs (job_id, type, queue, subdomain, data_type, priority, state, max_attempts, timeout_seconds,
             run_after, run_id, created_by, created_at)
           WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
           SELECT '%s' || i, 'finance.etl', 'finance', 's' || (i %% 250) || '.ca', 'finance', 5, '%s', 3, 60,
             '2026-01-01T00:00:00.000Z', 'r' || i, 'bench', '2026-01-01T00:00:00.000Z' FROM n
           """.formatted(count, prefix, state);
  }
}
