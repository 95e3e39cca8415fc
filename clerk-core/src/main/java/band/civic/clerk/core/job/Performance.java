package band.civic.clerk.core.job;

import band.civic.clerk.core.job.RunJournal.Run;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.pipeline.TaskRunner;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunEnd.Reach;
import band.civic.clerk.core.site.runs.RunEnd;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.SiteListener;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One run that holds its site, from its first task to the listeners.
final class Performance {
  /// How long tasks have to stop when the run is cancelled; the whole command has a second.
  private static final Duration GRACE = Duration.ofMillis(600);
  private static final Logger LOG = LoggerFactory.getLogger(Performance.class);

  private final RunDesk desk;
  private final RunRequest request;
  private final Watch watch;
  private final Run run;
  private final SiteWorkspace workspace;

  Performance(RunDesk desk, RunRequest request, Watch watch, Run run) {
    this.desk = desk;
    this.request = request;
    this.watch = watch;
    this.run = run;
    this.workspace = SiteWorkspace.of(desk.storage(), run.key().subdomain(), request.work());
  }

  /// Runs what is to be run and records how it ended.
  ///
  /// @param before the run that held the site and is dead
  RunOutcome perform(Optional<RunRow> before) {
    try (var _ = RunContext.enter(run); var _ = Heartbeat.start(run.id(), desk.runs(), watch, desk.clock())) {
      LOG.info("run started: {}", request.how().command());
      before.ifPresent(dead -> LOG.warn("run {} was abandoned: its process is gone or gave no sign", dead.runId()));
      var ending = ending();
      desk.runs().close(run.id(), run.key(), end(ending));
      LOG.atInfo().addKeyValue("exit_code", ending.exitCode()).log("run ended: {}", ending.state());
      var failedListeners = tell(ending);
      desk.notices().add(run.id(), "", failedListeners);
      return new RunOutcome(run.id(), run.key(), ending.state(), ending.tasks(), published(), ending.failure(),
          ending.exitCode(), before, failedListeners);
    }
  }

  /// A failure of the host itself is recorded like one of a task; when it cannot be recorded it goes on up.
  private Ending ending() {
    var release = watch.cancellation().onRequest(workspace::interrupt);
    try {
      return Ending.of(tasks());
    } catch (RuntimeException e) {
      LOG.error("run failed", e);
      return Ending.failed(e);
    } finally {
      release.run();
    }
  }

  private List<TaskResult> tasks() {
    var plan = Plans.of(request, desk);
    var lastLoaded = published().map(Publication::summary);
    var options = new TaskRunner.Options(request.how().parallel(), request.how().continueOnFailure(),
        watch.cancellation(), GRACE, desk.clock());
    var file = new PublishedFile(desk.storage(), workspace.publishedFile());
    var journal = new RunJournal(run, plan, desk.tasks(), file, desk.clock());
    return new TaskRunner(options, task -> work(task, lastLoaded), journal).run(plan);
  }

  private TaskReport work(Task task, Optional<DataSummary> lastLoaded) {
    var progress = watch.board().start(run.key().subdomain(), task.name(), desk.clock().instant());
    try (var _ = RunContext.enter(run); var _ = MDC.putCloseable("task", task.name())) {
      return task.run(new RunningTask(request.site(), run.id(), options(task), desk.settings(), workspace, progress,
          lastLoaded, desk.clock(), watch.cancellation()));
    } finally {
      watch.board().end(progress);
    }
  }

  /// The pipeline's options, and `force` when the task is forced.
  private Map<String, String> options(Task task) {
    var options = new HashMap<>(request.options());
    if (request.selection().forces(task)) {
      options.put("force", "true");
    }
    return options;
  }

  private RunEnd end(Ending ending) {
    var isJob = request.work().database().isEmpty();
    var loads = request.selection().from(request.work().graph()).stream().anyMatch(task -> task.stage() == Stage.LOAD);
    return new RunEnd(RunEnd.State.valueOf(ending.state().name()), desk.clock().instant(),
        ending.failure().map(ExitCodes::error), ending.exitCode(), isJob || loads ? Reach.LOAD : Reach.PART);
  }

  private List<Notice> tell(Ending ending) {
    var type = request.work().name();
    if (request.work().database().isEmpty()) {
      return List.of();
    }
    return switch (ending.state()) {
      case SUCCEEDED -> ending.summary()
          .map(summary -> tell(listener -> listener.dataLoaded(request.site(), type, summary)))
          .orElse(List.of());
      case UNCHANGED -> tell(listener -> listener.dataUnchanged(request.site(), type));
      case FAILED -> {
        var reason = ending.failure().map(ExitCodes::error).map(RunError::message).orElse("failed");
        yield tell(listener -> listener.runFailed(request.site(), type, reason));
      }
      case CANCELLED, REFUSED -> List.of();
    };
  }

  private List<Notice> tell(Consumer<SiteListener> event) {
    return desk.listeners().tell(event);
  }

  private Optional<Publication> published() {
    return desk.datasets().find(run.key()).flatMap(SiteDataset::published);
  }
}
