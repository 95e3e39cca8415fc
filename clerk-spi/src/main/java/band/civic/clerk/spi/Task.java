package band.civic.clerk.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One piece of a pipeline. The host runs a task when it never completed, when a table it reads has a newer version
/// than the one it saw, when a task before it changed something in this run, or (extract tasks) when its freshness has
/// passed; otherwise it is skipped and the reason is shown.
///
/// Implement it, or build one:
///
/// ```java
/// Task.extract("workbook").writes("pages").freshFor(Freshness.hours(20)).runs(context -> …)
/// Task.load("publish").dependsOn("clean").reads("transactions").runs(context -> …)
/// ```
///
public interface Task {

  /// Unique in the pipeline; lower case, words joined by `-`.
  String name();

  /// The stage it belongs to. A task may depend on tasks of its own or an earlier stage.
  Stage stage();

  /// Names of the tasks that must have completed before.
  Set<String> dependsOn();

  /// Names of the tables (any name, unique in the pipeline) that the task reads.
  Set<String> reads();

  /// Names of the tables that the task writes. They get a new version when its report says that something changed.
  Set<String> writes();

  /// When an extract task is due again.
  Freshness freshness();

  /// Does the work. Returns what it did; throws a [ClerkException] for a failure that is known, anything else for
  /// a bug.
  TaskReport run(TaskContext context);

  /// Starts a task of the extract stage.
  static Builder extract(String name) {
    return new Builder(name, Stage.EXTRACT);
  }

  /// Starts a task of the transform stage.
  static Builder transform(String name) {
    return new Builder(name, Stage.TRANSFORM);
  }

  /// Starts a task of the load stage.
  static Builder load(String name) {
    return new Builder(name, Stage.LOAD);
  }

  /// Collects what a task declares; [#runs] finishes it.
  final class Builder {
    private final String name;
    private final Stage stage;
    private final Set<String> dependsOn = new LinkedHashSet<>();
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> writes = new LinkedHashSet<>();
    private Freshness freshness = Freshness.whenInputsChange();

    private Builder(String name, Stage stage) {
      this.name = name;
      this.stage = stage;
    }

    /// Adds tasks that must have completed before.
    public Builder dependsOn(String... tasks) {
      dependsOn.addAll(List.of(tasks));
      return this;
    }

    /// Adds tables that the task reads.
    public Builder reads(String... tables) {
      reads.addAll(List.of(tables));
      return this;
    }

    /// Adds tables that the task writes.
    public Builder writes(String... tables) {
      writes.addAll(List.of(tables));
      return this;
    }

    /// Says when an extract task is due again.
    public Builder freshFor(Freshness freshness) {
      this.freshness = freshness;
      return this;
    }

    /// Finishes the task with the work it does.
    public Task runs(Function<TaskContext, TaskReport> work) {
      return new Built(name, stage, Set.copyOf(dependsOn), Set.copyOf(reads), Set.copyOf(writes), freshness, work);
    }

    private record Built(String name, Stage stage, Set<String> dependsOn, Set<String> reads, Set<String> writes,
        Freshness freshness, Function<TaskContext, TaskReport> work) implements Task {

      @Override
      public TaskReport run(TaskContext context) {
        return work.apply(context);
      }
    }
  }
}
