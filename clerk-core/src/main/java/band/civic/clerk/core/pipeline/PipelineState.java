package band.civic.clerk.core.pipeline;

import band.civic.clerk.core.site.runs.TaskState;
import java.util.Map;
import java.util.Optional;

/// What earlier runs left for one site and data type.
///
/// @param tasks by task name
/// @param versions current version by table; a table nobody changed yet is absent. A task counts as a table too, under
///   [#versionKey], so that a change is not lost when a run ends between a task and what depends on it
/// @param fileFault what is wrong with the published file, as a sentence's middle: `is missing`; empty when it is as
///   recorded
public record PipelineState(Map<String, TaskState> tasks, Map<String, Long> versions, Optional<String> fileFault) {

  public PipelineState {
    tasks = Map.copyOf(tasks);
    versions = Map.copyOf(versions);
  }

  /// Nothing ran yet.
  public static PipelineState empty() {
    return new PipelineState(Map.of(), Map.of(), Optional.empty());
  }

  /// The name under which a task's own changes have a version.
  public static String versionKey(String task) {
    return "task:" + task;
  }

  /// What is known of the task.
  public Optional<TaskState> find(String task) {
    return Optional.ofNullable(tasks.get(task));
  }

  /// Whether the task succeeded at least once.
  public boolean everCompleted(String task) {
    return find(task).flatMap(TaskState::completedAt).isPresent();
  }
}
