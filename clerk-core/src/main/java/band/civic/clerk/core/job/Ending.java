package band.civic.clerk.core.job;

import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.Cancelled;
import band.civic.clerk.spi.DataSummary;
import java.util.List;
import java.util.Optional;

/// How a run ended, made of how its tasks did.
///
/// @param state how
/// @param tasks their results
/// @param failure the worst thing that happened
record Ending(State state, List<TaskResult> tasks, Optional<Throwable> failure) {

  static Ending of(List<TaskResult> tasks) {
    if (has(tasks, Outcome.CANCELLED)) {
      var told = worst(tasks, Outcome.CANCELLED).filter(Cancelled.class::isInstance).orElseGet(Ending::cancelled);
      return new Ending(State.CANCELLED, tasks, Optional.of(told));
    }
    if (has(tasks, Outcome.FAILED)) {
      return new Ending(State.FAILED, tasks, worst(tasks, Outcome.FAILED));
    }
    if (has(tasks, Outcome.BLOCKED)) {
      return new Ending(State.FAILED, tasks, Optional.of(blocked(tasks)));
    }
    var changed = tasks.stream().anyMatch(TaskResult::changedAnything);
    return new Ending(changed ? State.SUCCEEDED : State.UNCHANGED, tasks, Optional.empty());
  }

  /// The host itself failed, or had to stop.
  static Ending failed(RuntimeException failure) {
    var state = failure instanceof Cancelled ? State.CANCELLED : State.FAILED;
    return new Ending(state, List.of(), Optional.of(failure));
  }

  int exitCode() {
    return failure.map(ExitCodes::of).orElse(ExitCodes.OK);
  }

  /// What was published.
  Optional<DataSummary> summary() {
    return tasks.stream()
        .filter(TaskResult::changedAnything)
        .flatMap(task -> task.report().summary().stream())
        .findFirst();
  }

  private static boolean has(List<TaskResult> tasks, Outcome outcome) {
    return tasks.stream().anyMatch(task -> task.outcome() == outcome);
  }

  private static Optional<Throwable> worst(List<TaskResult> tasks, Outcome outcome) {
    return tasks.stream()
        .filter(task -> task.outcome() == outcome)
        .flatMap(task -> task.failure().stream())
        .reduce((one, other) -> ExitCodes.isWorse(other, one) ? other : one);
  }

  private static Throwable cancelled() {
    return new Cancelled("The run was cancelled. What was finished is kept; run it again to go on.");
  }

  private static BadConfiguration blocked(List<TaskResult> tasks) {
    var first = tasks.stream().filter(task -> task.outcome() == Outcome.BLOCKED).findFirst().orElseThrow();
    return new BadConfiguration("Task \"%s\" cannot run: %s.".formatted(first.task().name(), first.reason()));
  }
}
