package band.civic.clerk.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.store.TestDatabase;
import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Workers that are killed, and registries that are away for a while.
class LostWorkersTest {
  @TempDir
  private Path directory;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_job_whose_worker_is_killed_is_done_once_by_another(TestDatabase database) throws Exception {
    var url = database.newRegistry(directory);
    var times = new AtomicInteger();
    try (var shop = new Workshop(url)) {
      shop.kind("slow", Workshop.TWICE, _ -> {
        times.incrementAndGet();
        return JobResult.done();
      });
      var job = shop.enqueue("slow");
      var process = WorkerProcess.start(url, directory);
      Workshop.await(() -> shop.job(job).state() == JobState.RUNNING);

      process.destroyForcibly().waitFor();
      shop.start(2);

      Workshop.await(() -> shop.job(job).state() == JobState.SUCCEEDED);
      assertThat(times).hasValue(1);
      assertThat(shop.book.listAttempts(job.jobId())).extracting(Attempt::state).containsExactly("lost", "succeeded");
    }
  }

  @Test
  void a_job_of_another_machine_is_free_again_when_the_lease_has_passed() {
    try (var shop = new Workshop(TestDatabase.SQLITE.newRegistry(directory))) {
      shop.lease = Duration.ofSeconds(1);
      shop.kind("quick", Workshop.TWICE, _ -> JobResult.done());
      var job = shop.enqueue("quick");
      shop.registry.sql()
          .execute("UPDATE jobs SET state = 'running', attempt = 1, worker = 'elsewhere-1', "
              + "heartbeat_at = '2026-01-01T00:00:00.000Z', lease_until = '2026-01-01T00:00:00.000Z'");

      shop.start(1);

      Workshop.await(() -> shop.job(job).state() == JobState.SUCCEEDED);
      assertThat(shop.job(job).attempts().made()).isEqualTo(2);
    }
  }

  @Test
  void a_registry_that_is_away_does_not_end_the_worker_and_hears_of_the_job_when_it_is_back() {
    var url = TestPostgres.newRegistry();
    var name = url.replaceAll(".*/|\\?.*", "");
    try (var shop = new Workshop(url)) {
      shop.kind("slow", Workshop.TWICE, _ -> {
        Workshop.pause(1_500);
        return JobResult.done();
      });
      var first = shop.enqueue("slow");
      shop.start(1);
      Workshop.await(() -> shop.job(first).state() == JobState.RUNNING);

      TestPostgres.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
      TestPostgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
      Workshop.pause(4_000);
      TestPostgres.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");

      Workshop.await(() -> shop.job(first).state() == JobState.SUCCEEDED);
      assertThat(shop.job(first).attempts().made()).isEqualTo(1);
      var second = shop.enqueue("slow");
      Workshop.await(() -> shop.job(second).state() == JobState.SUCCEEDED);
    }
  }
}
