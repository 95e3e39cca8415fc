package band.civic.clerk.core.job;

import static java.util.stream.Collectors.toSet;

import band.civic.clerk.core.pipeline.PipelineState;
import band.civic.clerk.core.pipeline.TaskJournal;
import band.civic.clerk.core.pipeline.TaskPlan.Step;
import band.civic.clerk.core.pipeline.TaskPlan;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.Completion;
import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.TaskBook;
import band.civic.clerk.core.site.runs.TaskRow;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what the tasks of one run do into the registry and the log.
///
/// @param run which run
/// @param plan what it set out to do
/// @param book where it is written
/// @param file what its load tasks publish
/// @param clock for the start of tasks
record RunJournal(HeldRun run, TaskPlan plan, TaskBook book, PublishedFile file, Clock clock) implements TaskJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

  @Override
  public void started(Step step, String reason) {
    LOG.atInfo().addKeyValue("task", step.name()).log("started: {}", reason);
    book.started(run, row(step, "running", reason, Optional.empty()));
  }

  @Override
  public void ended(Step step, TaskResult result) {
    log(step, result);
    var row = row(step, result.outcome().name().toLowerCase(Locale.ROOT), result.reason(), Optional.of(result));
    switch (result.outcome()) {
      case SUCCEEDED -> succeeded(step.task(), result, row);
      case FAILED -> book.stopped(run, row);
      case CANCELLED -> cancelled(result, row);
      case SKIPPED, BLOCKED -> book.left(run, row);
    }
  }

  private void succeeded(Task task, TaskResult result, TaskRow row) {
    if (result.report().done()) {
      book.succeeded(run, row, completion(task, result));
    } else {
      book.leftUndone(run, row, plan.rule().state().find(task.name()));
    }
  }

  private void cancelled(TaskResult result, TaskRow row) {
    if (result.started()) {
      book.stopped(run, row);
    } else {
      book.left(run, row);
    }
  }

  private Completion completion(Task task, TaskResult result) {
    var own = PipelineState.versionKey(task.name());
    var changed = Stream.concat(task.writes().stream(), Stream.of(own)).collect(toSet());
    var seen = Stream.concat(task.reads().stream(), task.dependsOn().stream().map(PipelineState::versionKey));
    var circumstances = plan.rule().circumstances();
    return new Completion(seen.collect(toSet()), plan.mayHaveChanged(result) ? changed : Set.of(), circumstances
        .optionsOf(task.stage()), circumstances.pluginVersion(), publication(task, result.report()));
  }

  private Optional<Publication> publication(Task task, TaskReport report) {
    return task.stage() == Stage.LOAD ? report.summary().flatMap(file::publication) : Optional.empty();
  }

  private TaskRow row(Step step, String state, String reason, Optional<TaskResult> result) {
    var started = result.isEmpty() || result.get().started();
    return new TaskRow(step.name(), step.task().stage().name(), step.number(), state, reason,
        result.map(TaskResult::report).orElseGet(TaskReport::empty),
        started ? Optional.of(result.map(TaskResult::startedAt).orElseGet(clock::instant)) : Optional.empty(),
        result.map(TaskResult::finishedAt), result.flatMap(TaskResult::failure).map(ExitCodes::error));
  }

  private static void log(Step step, TaskResult result) {
    var failed = result.outcome() == Outcome.FAILED;
    var report = result.report();
    (failed ? LOG.atError() : LOG.atInfo()).addKeyValue("task", step.name())
        .addKeyValue("rows_read", report.read())
        .addKeyValue("rows_written", report.written())
        .addKeyValue("rows_changed", report.changed())
        .addKeyValue("notices", report.notices().size())
        .addKeyValue("millis", result.took().toMillis())
        .setCause(result.failure().orElse(null))
        .log("{}: {}", result.outcome().name().toLowerCase(Locale.ROOT), result.reason());
  }
}
