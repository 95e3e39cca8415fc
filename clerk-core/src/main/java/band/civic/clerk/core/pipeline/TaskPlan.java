package band.civic.clerk.core.pipeline;

import band.civic.clerk.core.pipeline.Decision.Verdict;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.spi.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run would do, as far as that can be told before: the selected tasks, numbered, each with what it depends on
/// and whether it would run.
///
/// @param graph all tasks of the pipeline
/// @param selection what was asked for
/// @param rule what decides
/// @param steps the selected tasks in order
public record TaskPlan(TaskGraph graph, TaskSelection selection, SkipRule rule, List<Step> steps) {

  public TaskPlan {
    steps = List.copyOf(steps);
  }

  /// One task of a plan.
  ///
  /// @param number from 1
  /// @param task the task
  /// @param dependsOn what it depends on directly
  /// @param decision whether it would run, and why
  public record Step(int number, Task task, Set<String> dependsOn, Decision decision) {

    /// The task's name.
    public String name() {
      return task.name();
    }
  }

  /// Plans the selected tasks.
  public static TaskPlan of(TaskGraph graph, TaskSelection selection, SkipRule rule) {
    var plan = new TaskPlan(graph, selection, rule, List.of());
    var steps = new ArrayList<Step>();
    var planned = new LinkedHashMap<String, Decision>();
    for (var task : selection.from(graph)) {
      var decision = plan.foresee(task, planned);
      planned.put(task.name(), decision);
      steps.add(new Step(steps.size() + 1, task, graph.dependenciesOf(task.name()), decision));
    }
    return new TaskPlan(graph, selection, rule, steps);
  }

  /// Decides for a task whose turn has come, knowing what became of the tasks of this run before it.
  Decision decide(Task task, Map<String, TaskResult> done) {
    if (selection.forces(task)) {
      return Decision.run("--force was given");
    }
    var decision = rule.decide(task);
    var changed = dependencies(task).flatMap(name -> Optional.ofNullable(done.get(name)).stream())
        .filter(this::mayHaveChanged)
        .findFirst();
    return decision.verdict() == Verdict.RUN || changed.isEmpty()
        ? decision
        : Decision.run(because(changed.get()));
  }

  /// Whether what a task left may be different now: it says so, or its attempt before this one was cut short, and then
  /// nobody knows what that one changed.
  public boolean mayHaveChanged(TaskResult result) {
    var cutShort = rule.state().find(result.task().name()).filter(state -> state.attempt() != Attempt.SUCCEEDED);
    var finished = result.outcome() == Outcome.SUCCEEDED && result.report().done();
    return result.changedAnything() || (finished && cutShort.isPresent());
  }

  private static String because(TaskResult result) {
    return result.changedAnything()
        ? "\"%s\" changed something in this run".formatted(result.task().name())
        : "\"%s\" finished what was cut short before".formatted(result.task().name());
  }

  /// What a task waits for that is no part of this plan and never completed: a task it depends on, or what writes a table
  /// it reads, unless another task has written that table.
  Optional<Decision> findGap(Task task) {
    var selected = selection.from(graph).stream().map(Task::name).collect(Collectors.toSet());
    Predicate<String> isThere = name -> selected.contains(name) || rule.state().everCompleted(name);
    return dependencies(task).filter(isThere.negate())
        .filter(name -> task.dependsOn().contains(name) || !hasOtherSource(task, name, isThere))
        .findFirst()
        .map(name -> Decision.blocked("it needs \"%s\", which never completed; run that first".formatted(name)));
  }

  private boolean hasOtherSource(Task task, String writer, Predicate<String> isThere) {
    return writes(writer).filter(task.reads()::contains)
        .allMatch(table -> dependencies(task).filter(isThere)
            .anyMatch(other -> writes(other).anyMatch(table::equals)));
  }

  private Stream<String> writes(String name) {
    return graph.findTask(name).stream().flatMap(task -> task.writes().stream());
  }

  private Decision foresee(Task task, Map<String, Decision> planned) {
    return findGap(task).or(() -> behindBlocked(task, planned)).orElseGet(() -> {
      var decision = decide(task, Map.of());
      return decision.verdict() == Verdict.SKIP ? unlessChanged(task, planned, decision) : decision;
    });
  }

  private Optional<Decision> behindBlocked(Task task, Map<String, Decision> planned) {
    return findDependency(task, planned, Verdict.BLOCKED)
        .map(name -> Decision.blocked("it needs \"%s\", which cannot run".formatted(name)));
  }

  private Decision unlessChanged(Task task, Map<String, Decision> planned, Decision skip) {
    return findDependency(task, planned, Verdict.RUN)
        .or(() -> findDependency(task, planned, Verdict.RUN_IF_CHANGED))
        .map(name -> "only if \"%s\" changes something; else %s".formatted(name, skip.reason()))
        .map(reason -> new Decision(Verdict.RUN_IF_CHANGED, reason))
        .orElse(skip);
  }

  private Optional<String> findDependency(Task task, Map<String, Decision> planned, Verdict verdict) {
    return dependencies(task)
        .filter(name -> planned.containsKey(name) && planned.get(name).verdict() == verdict)
        .findFirst();
  }

  private Stream<String> dependencies(Task task) {
    return graph.dependenciesOf(task.name()).stream().sorted();
  }
}
