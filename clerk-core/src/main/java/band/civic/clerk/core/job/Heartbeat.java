package band.civic.clerk.core.job;

import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.TaskBook.TaskStep;
import band.civic.clerk.core.site.runs.TaskBook;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives signs of life for a run, and writes into the log how far its tasks are.
final class Heartbeat implements AutoCloseable {
  /// How long a run counts as alive without a sign.
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration BEAT = Duration.ofSeconds(10);
  /// How often those who look on from elsewhere see something new.
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final HeldRun run;
  private final RunBook book;
  private final TaskBook tasks;
  private final Map<String, TaskStep> written = new HashMap<>();
  private final Watch watch;
  private final Clock clock;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
      .name("clerk-heartbeat")
      .daemon()
      .factory());

  private Heartbeat(HeldRun run, RunDesk desk, Watch watch) {
    this.run = run;
    this.book = desk.runs();
    this.tasks = desk.tasks();
    this.watch = watch;
    this.clock = desk.clock();
  }

  static Heartbeat start(HeldRun run, RunDesk desk, Watch watch) {
    var heartbeat = new Heartbeat(run, desk, watch);
    var _ = heartbeat.thread.scheduleAtFixedRate(heartbeat::step, STEP.toSeconds(), STEP.toSeconds(), TimeUnit.SECONDS);
    var _ = heartbeat.thread.scheduleAtFixedRate(heartbeat::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return heartbeat;
  }

  /// A registry that does not answer once is not the end: the next beat may reach it, and if none does the lease passes.
  private void beat() {
    try {
      if (!book.extend(run, clock.instant().plus(LEASE))) {
        watch.cancellation().request("Run " + run.id() + " was written off by another run.");
      }
    } catch (RuntimeException e) {
      LOG.warn("No sign of life could be given for run {}", run.id(), e);
    }
    watch.board()
        .running()
        .forEach(task -> LOG.atInfo()
            .addKeyValue("run_id", run.id())
            .addKeyValue("subdomain", task.subdomain())
            .addKeyValue("task", task.task())
            .addKeyValue("done", task.done())
            .addKeyValue("expected", task.expected())
            .log("running: {}", task.doing()));
  }

  /// Writes how far the run's tasks are, when they came on.
  private void step() {
    for (var task : watch.board().running()) {
      var step = new TaskStep(task.task(), task.doing(), task.done(), task.expected());
      if (task.subdomain().equals(run.key().subdomain()) && !step.equals(written.put(task.task(), step))) {
        try {
          tasks.progressed(run, step);
        } catch (RuntimeException e) {
          LOG.debug("How far run {} is could not be written", run.id(), e); // the next step may be
        }
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
