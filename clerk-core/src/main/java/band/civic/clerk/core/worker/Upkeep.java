package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.worker.RunningJob.Stop;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a worker does now and then: signs of life, a look after the jobs of workers that are gone, and the chores that
/// other rooms gave it.
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration CHORES_EVERY = Duration.ofSeconds(2);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final WorkerBook book;
  private final WorkerDesk desk;
  private final JobClaims claims;
  private final WorkerRow self;
  private final Clock clock;
  private final long beatNanos;
  /// Chores call listeners of plugins, which may take their time; signs of life do not wait for them.
  private final ExecutorService chorist = Executors.newSingleThreadExecutor(Thread.ofPlatform()
      .name("clerk-chores")
      .daemon()
      .factory());
  private Future<?> chores = CompletableFuture.completedFuture(null);
  private long nextBeat = System.nanoTime();
  private long nextChores = System.nanoTime();

  Upkeep(WorkerDesk desk, JobClaims claims, WorkerOrder order, WorkerRow self) {
    this.desk = desk;
    this.book = new WorkerBook(desk.registry());
    this.claims = claims;
    this.self = self;
    this.clock = desk.clock();
    this.beatNanos = order.beat().toNanos();
  }

  void run(Map<String, RunningJob> running) {
    if (isDue(nextBeat)) {
      beat(running);
      lookAfterOthers();
      nextBeat = System.nanoTime() + beatNanos;
    }
    if (isDue(nextChores) && chores.isDone()) {
      chores = chorist.submit(() -> desk.chores().forEach(Upkeep::chore));
      nextChores = System.nanoTime() + CHORES_EVERY.toNanos();
    }
  }

  /// Takes its row away; what it still holds is taken over when the lease passes.
  void leave() {
    chorist.shutdownNow();
    try {
      book.leave(Set.of(self.worker()));
    } catch (SourceUnavailable e) {
      LOG.warn("worker {} could not sign off: {}", self.worker(), e.getMessage());
    }
  }

  private void beat(Map<String, RunningJob> running) {
    book.beat(self, clock.instant());
    var lost = claims.beat(self.worker(), running.keySet());
    for (var id : lost) {
      var job = running.get(id);
      if (job != null) {
        job.stop(Stop.LOST, "The job was cancelled, or given to another worker.");
      }
    }
  }

  private void lookAfterOthers() {
    var gone = new HashSet<>(book.listGone());
    gone.remove(self.worker());
    claims.releaseLost(gone).forEach(job -> LOG.warn("job {} was left by its worker and is free again", job));
    book.leave(gone);
    book.forget(clock.instant().minus(FORGOTTEN_AFTER));
  }

  private static void chore(Runnable chore) {
    try {
      chore.run();
    } catch (SourceUnavailable e) {
      LOG.warn("a chore waits: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a chore failed; it is tried again", e);
    }
  }

  private static boolean isDue(long nanos) {
    return System.nanoTime() - nanos >= 0;
  }
}
