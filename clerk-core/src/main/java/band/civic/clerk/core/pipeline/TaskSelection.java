package band.civic.clerk.core.pipeline;

import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Which tasks a person asked for.
///
/// @param stages the stages of the command that was typed
/// @param only tasks that were named; empty for all of these stages
/// @param skip tasks to leave out
/// @param skipDependencies whether to run the named tasks without what they depend on
/// @param force whether to run what was asked for even when nothing changed
public record TaskSelection(Set<Stage> stages, Set<String> only, Set<String> skip, boolean skipDependencies,
    boolean force) {

  public TaskSelection {
    stages = Set.copyOf(stages);
    only = Set.copyOf(only);
    skip = Set.copyOf(skip);
  }

  /// Everything of these stages that is due.
  public static TaskSelection of(Stage... stages) {
    return new TaskSelection(Set.copyOf(Arrays.asList(stages)), Set.of(), Set.of(), false, false);
  }

  /// Everything that is due.
  public static TaskSelection all() {
    return of(Stage.values());
  }

  public TaskSelection withOnly(Set<String> names) {
    return new TaskSelection(stages, names, skip, skipDependencies, force);
  }

  public TaskSelection withSkip(Set<String> names) {
    return new TaskSelection(stages, only, names, skipDependencies, force);
  }

  public TaskSelection withSkipDependencies(boolean value) {
    return new TaskSelection(stages, only, skip, value, force);
  }

  public TaskSelection withForce(boolean value) {
    return new TaskSelection(stages, only, skip, skipDependencies, value);
  }

  /// The selected tasks, in the graph's order.
  public List<Task> from(TaskGraph graph) {
    return graph.inOrder()
        .stream()
        .filter(task -> stages.contains(task.stage()) && wanted(graph, task) && !skip
            .contains(task.name()))
        .toList();
  }

  /// Whether this task runs whatever was there before: it was asked for, not only needed.
  public boolean forces(Task task) {
    return force && (only.isEmpty() || only.contains(task.name()));
  }

  private boolean wanted(TaskGraph graph, Task task) {
    return only.isEmpty() || only.contains(task.name()) || (!skipDependencies && isNeeded(graph, task));
  }

  private boolean isNeeded(TaskGraph graph, Task task) {
    return only.stream().anyMatch(name -> graph.allDependenciesOf(name).contains(task.name()));
  }
}
