package band.civic.clerk.core.cli.pipeline;

import static java.util.stream.Collectors.toSet;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.view.PlanView;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// `clerk <dataType> etl|extract|transform|load`: runs tasks of a pipeline for one site or several.
@Command
final class StageCommand implements Callable<Integer> {
  private final Rooms rooms;
  private final Contributed<Pipeline> pipeline;
  private final Set<Stage> stages;
  private final GivenOptions options;

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private final SiteSelection sites = new SiteSelection();

  @Mixin
  private final TaskChoice tasks = new TaskChoice();

  @Option(names = "--dry-run", description = "Show what would be run and why; touch nothing.")
  private boolean dryRun;

  @Option(names = "--list-tasks", description = "List the tasks.")
  private boolean listTasks;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  private StageCommand(Rooms rooms, Contributed<Pipeline> pipeline, Set<Stage> stages) {
    this.rooms = rooms;
    this.pipeline = pipeline;
    this.stages = stages;
    this.options = GivenOptions.of(pipeline.value().options(), stages);
  }

  /// The command for these stages, with the pipeline's own options on it.
  static CommandLine of(Rooms rooms, Contributed<Pipeline> pipeline, Set<Stage> stages, String description) {
    var command = new StageCommand(rooms, pipeline, stages);
    var line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description(description);
    command.options.addTo(line, pipeline.value().dataType());
    return line;
  }

  @Override
  public Integer call() {
    var work = Work.of(pipeline.value(), pipeline.version());
    var selection = tasks.selection(work.graph(), stages);
    var command = Objects.requireNonNull(spec);
    var console = new Console(command.commandLine(), rooms, json);
    if (listTasks) {
      var names = selection.from(work.graph()).stream().map(Task::name).collect(toSet());
      console.print(() -> PlanView.lines(work.graph(), names), () -> PlanView.json(work.graph(), names));
      return ExitCodes.OK;
    }
    var choice = sites.choice();
    var how = tasks.how(work.name() + " " + command.name(), tasks.parallel());
    var order = new Order(pipeline.value(), work, selection, options.values(command), how);
    return dryRun ? new DryRun(rooms, order, console).run(choice) : new SiteRuns(rooms, order, console).run(choice);
  }
}
