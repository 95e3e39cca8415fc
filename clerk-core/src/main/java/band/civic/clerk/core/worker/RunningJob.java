package band.civic.clerk.core.worker;

import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.queue.ClaimedJob;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One attempt, on a thread of its own: jobs use SQL, which must not run on virtual threads.
final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

  private final ClaimedJob job;
  private final Watch watch = new Watch(new ProgressBoard(), new Cancellation());
  private final long startedNanos = System.nanoTime();
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private final Thread thread;
  private volatile long stoppedNanos;

  private RunningJob(ClaimedJob job, JobKind kind, Consumer<Ended> ended) {
    this.job = job;
    this.thread = Thread.ofPlatform()
        .daemon()
        .name("clerk-job-" + job.jobId())
        .unstarted(() -> ended.accept(new Ended(this, attempt(kind))));
  }

  /// Why an attempt is stopped.
  enum Stop {
    /// It took too long.
    TIMEOUT,
    /// Its worker does not hold it any more.
    LOST,
    /// Its worker has to go.
    DRAIN
  }

  /// How an attempt ended.
  ///
  /// @param job which
  /// @param outcome what came of it
  record Ended(RunningJob job, Outcome outcome) {}

  /// What came of an attempt.
  sealed interface Outcome {
    record Returned(JobResult result) implements Outcome {}

    record Threw(Throwable failure) implements Outcome {}

    /// It was stopped and did not end in time.
    record Stuck() implements Outcome {}
  }

  /// Begins.
  ///
  /// @param ended is told of the end, on the job's thread
  static RunningJob start(ClaimedJob job, JobKind kind, Consumer<Ended> ended) {
    var running = new RunningJob(job, kind, ended);
    running.thread.start();
    return running;
  }

  ClaimedJob job() {
    return job;
  }

  Watch watch() {
    return watch;
  }

  /// Why it was stopped, if it was.
  Optional<Stop> stopped() {
    return Optional.ofNullable(stop.get());
  }

  /// For how long it has been at work.
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  boolean isOverdue() {
    return System.nanoTime() - startedNanos > job.timeout().toNanos();
  }

  /// Whether it was stopped so long ago.
  boolean isStuckFor(long nanos) {
    return stopped().isPresent() && System.nanoTime() - stoppedNanos > nanos;
  }

  /// Asks it to stop. Only the first reason counts.
  void stop(Stop why, String message) {
    if (stop.compareAndSet(null, why)) {
      stoppedNanos = System.nanoTime();
      watch.cancellation().request(message);
    }
  }

  /// Leaves it alone; its thread is told once more to end, and nobody waits for it.
  void abandon() {
    thread.interrupt();
  }

  private Outcome attempt(JobKind kind) {
    try (var _ = MDC.putCloseable("job_id", job.jobId()); var _ = MDC.putCloseable("run_id", job.runId())) {
      return new Outcome.Returned(kind.handler().run(new JobContext(job, watch)));
    } catch (RuntimeException e) {
      return new Outcome.Threw(e);
    } catch (Error e) {
      // a handler without memory or with a broken class ends itself, not its worker
      LOG.error("job {} ({}) broke down", job.jobId(), job.type(), e);
      return new Outcome.Threw(e);
    }
  }
}
