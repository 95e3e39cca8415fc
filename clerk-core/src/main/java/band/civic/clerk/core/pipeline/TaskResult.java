package band.civic.clerk.core.pipeline;

import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What became of a task in a run.
///
/// @param task the task
/// @param outcome how it ended
/// @param reason why it ran, was skipped or could not run
/// @param report what it did; empty counts unless it succeeded
/// @param failure what it threw
/// @param started whether it began at all
/// @param startedAt when it began, or was decided not to
/// @param finishedAt when it ended
public record TaskResult(Task task, Outcome outcome, String reason, TaskReport report, Optional<Throwable> failure,
    boolean started, Instant startedAt, Instant finishedAt) {

  /// How a task ended.
  public enum Outcome {
    SUCCEEDED, SKIPPED, BLOCKED, FAILED, CANCELLED
  }

  /// A task that did not start.
  static TaskResult notRun(Task task, Outcome outcome, String reason, Instant at) {
    return new TaskResult(task, outcome, reason, TaskReport.empty(), Optional.empty(), false, at, at);
  }

  /// Whether it ran and something is different now.
  public boolean changedAnything() {
    return outcome == Outcome.SUCCEEDED && report.changedAnything();
  }

  /// How long it took.
  public Duration took() {
    return Duration.between(startedAt, finishedAt);
  }
}
