package band.civic.clerk.core.pipeline;

import band.civic.clerk.core.pipeline.TaskPlan.Step;

/// Where a runner writes down what happens, before it goes on. Called from one thread.
public interface TaskJournal {

  /// A task is about to start.
  void started(Step step, String reason);

  /// A task ended, or will not start. What is written here is written wholly or not at all.
  void ended(Step step, TaskResult result);
}
