package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/// The commands that the host makes for a pipeline, so that no plugin writes its own.
///
/// @param rooms what the commands enter
public record PipelineCommands(Rooms rooms) {

  /// By name: `etl`, `extract`, `transform`, `load`, `rollback`.
  public Map<String, CommandLine> of(Contributed<Pipeline> pipeline) {
    var commands = new LinkedHashMap<String, CommandLine>();
    commands.put("etl", stages(pipeline, Set.of(Stage.values()), "Extract, transform and load what is due."));
    commands.put("extract", stages(pipeline, Set.of(Stage.EXTRACT), "Read the source into the workspace."));
    commands.put("transform", stages(pipeline, Set.of(Stage.TRANSFORM), "Clean what was extracted."));
    commands.put("load", stages(pipeline, Set.of(Stage.LOAD), "Build, check and publish the database."));
    commands.put("rollback", new CommandLine(new RollbackCommand(rooms, pipeline)));
    return commands;
  }

  private CommandLine stages(Contributed<Pipeline> pipeline, Set<Stage> stages, String description) {
    return StageCommand.of(rooms, pipeline, stages, description);
  }
}
