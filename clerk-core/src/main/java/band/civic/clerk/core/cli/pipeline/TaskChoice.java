package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.pipeline.TaskGraph;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which tasks a command runs, and how.
@Command
final class TaskChoice {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--tasks", split = ",", paramLabel = "TASK", description = "Run these tasks, and what they need.")
  private List<String> only = List.of();

  @Option(names = "--skip", split = ",", paramLabel = "TASK", description = "Leave these tasks out.")
  private List<String> skip = List.of();

  @Option(names = "--skip-deps", description = "With --tasks: do not run what they need.")
  private boolean skipDependencies;

  @Option(names = "--force", description = "Run even what is up to date.")
  private boolean force;

  @Option(names = "--continue-on-failure", description = "Run what depends on a failed task on what that task left earlier.")
  private boolean continueOnFailure;

  @Option(names = "--parallel", paramLabel = "N", defaultValue = "1", description = "So many independent tasks at a time; with --all, so many sites (default: ${DEFAULT-VALUE}).")
  private int parallel;

  /// The selection among the tasks of these stages.
  ///
  /// @throws ParameterException when a task that was named is not among them
  TaskSelection selection(TaskGraph graph, Set<Stage> stages) {
    var names = graph.inOrder().stream().filter(task -> stages.contains(task.stage())).map(Task::name).toList();
    Stream.concat(only.stream(), skip.stream()).filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
      throw wrong("There is no task \"%s\" here; there are %s.".formatted(name, String.join(", ", names)));
    });
    return new TaskSelection(stages, new LinkedHashSet<>(only), new LinkedHashSet<>(skip), skipDependencies, force);
  }

  /// How many at a time.
  ///
  /// @throws ParameterException when it is not at least one
  int parallel() {
    if (parallel < 1) {
      throw wrong("--parallel takes a number from 1 on, not " + parallel + ".");
    }
    return parallel;
  }

  /// How a run is done, with so many tasks at a time.
  How how(String typed, int tasks) {
    return new How(typed, tasks, continueOnFailure);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
