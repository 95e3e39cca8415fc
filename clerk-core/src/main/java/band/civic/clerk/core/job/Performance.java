package band.civic.clerk.core.job;

import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Facts;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.pipeline.TaskRunner;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.RunEnd.Reach;
import band.civic.clerk.core.site.runs.RunEnd;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final HeldRun run;
  private final SiteWorkspace workspace;
  private final Optional<String> jobId = RunContext.jobId();

  Performance(RunDesk desk, RunRequest request, Watch watch, HeldRun run) {
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
    try (var _ = RunContext.enter(run, jobId); var _ = Heartbeat.start(run, desk, watch)) {
      LOG.info("run started: {}", request.how().command());
      before.ifPresent(dead -> LOG.warn("run {} was abandoned: its process is gone or gave no sign", dead.runId()));
      var ending = ending();
      var news = news(ending);
      desk.runs().close(run, end(ending), news);
      LOG.atInfo().addKeyValue("exit_code", ending.exitCode()).log("run ended: {}", ending.state());
      var failedListeners = news.map(event -> desk.events().announce(event, request.site())).orElse(List.of());
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
    try (var _ = RunContext.enter(run, jobId); var _ = MDC.putCloseable("task", task.name())) {
      return task.run(new RunningTask(request.site(), run.id(), options(task), desk.settings(), workspace, progress,
          lastLoaded, desk.clock(), desk.turns(), watch.cancellation()));
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

  /// What is to be told of a run of a pipeline. A run that changed something but published nothing is no news.
  private Optional<Event> news(Ending ending) {
    if (request.work().database().isEmpty()) {
      return Optional.empty();
    }
    return switch (ending.state()) {
      case SUCCEEDED -> ending.summary().map(summary -> event(Kind.DATA_LOADED, Facts.loaded(summary)));
      case UNCHANGED -> Optional.of(event(Kind.DATA_UNCHANGED, Map.of()));
      case FAILED -> Optional.of(event(Kind.RUN_FAILED,
          Facts.failed(ending.failure().map(ExitCodes::error).map(RunError::message).orElse("failed"))));
      case CANCELLED, REFUSED -> Optional.empty();
    };
  }

  private Event event(Kind kind, Map<String, String> facts) {
    return Event.of(kind, run.about(), facts, desk.clock().instant());
  }

  private Optional<Publication> published() {
    return desk.datasets().find(run.key()).flatMap(SiteDataset::published);
  }
}
