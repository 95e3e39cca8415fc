package band.civic.clerk.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.queue.Enqueued;
import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Worker processes that are killed at random while jobs come in: each job is done, none at a site where another is, none
/// lost. Five minutes of it: `-Dclerk.fleet.seconds=300`.
class FleetTest {
  private static final int SITES = 8;
  private static final long SECONDS = Integer.getInteger("clerk.fleet.seconds", 8);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path directory;

  private final Random random = new Random(20261124);
  private final List<Process> processes = new ArrayList<>();
  private final List<Enqueued> jobs = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_job_is_done_whoever_is_killed(TestDatabase database) throws Exception {
    var url = database.newRegistry(directory);
    var marks = Files.createDirectories(directory.resolve("marks"));
    var fleet = database == TestDatabase.SQLITE ? 2 : 4;
    try (var shop = new Workshop(url)) {
      for (var i = 0; i < fleet; i++) {
        processes.add(WorkerProcess.start(url, marks));
      }
      var kind = new Marks(marks).kind();
      var until = System.nanoTime() + SECONDS * 1_000_000_000L;
      while (System.nanoTime() < until) {
        enqueue(shop, kind);
        Workshop.pause(1_000 + random.nextInt(1_500));
        replaceOne(url, marks);
      }
      Workshop.await(() -> jobs.stream().allMatch(job -> shop.job(job).state() == JobState.SUCCEEDED), PATIENCE);

      assertThat(marks.resolve("clashes")).doesNotExist();
      assertThat(jobs).hasSizeGreaterThanOrEqualTo(SITES).allSatisfy(job -> {
        var states = shop.book.listAttempts(job.jobId()).stream().map(Attempt::state).toList();
        assertThat(states).last().isEqualTo("succeeded");
        assertThat(states.subList(0, states.size() - 1)).allMatch("lost"::equals);
      });
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  /// One window: each site whose job of the last one has ended gets another.
  private void enqueue(Workshop shop, JobKind kind) {
    for (var i = 0; i < SITES; i++) {
      var put = shop.enqueue(kind.forSite("s" + i + ".ca", Map.of()));
      if (!put.coalesced()) {
        jobs.add(put);
      }
    }
  }

  private void replaceOne(String url, Path marks) throws IOException, InterruptedException {
    processes.remove(random.nextInt(processes.size())).destroyForcibly().waitFor();
    processes.add(WorkerProcess.start(url, marks));
  }
}
