package band.civic.fec;

import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.fec.extract.BulkTasks;
import band.civic.fec.extract.api.ApiTasks;
import band.civic.fec.load.LoadTask;
import band.civic.fec.transform.TransformTask;
import java.util.List;
import java.util.stream.Stream;

/// The tasks of the pipeline and the options they take; each room lists its own.
final class FecTasks {

  private FecTasks() {}

  static List<Task> list() {
    return Stream.of(BulkTasks.list(), ApiTasks.list(), List.of(TransformTask.create(), LoadTask.create("silver")))
        .flatMap(List::stream)
        .toList();
  }

  static List<PipelineOption> options() {
    return Stream.concat(bulkOptions().stream(), ApiTasks.options().stream()).toList();
  }

  private static List<PipelineOption> bulkOptions() {
    return List.of(
        new PipelineOption("cycle", "YEAR", "the two-year cycle, an even year such as 2026", Stage.EXTRACT),
        new PipelineOption("sample", "", "load the plugin's invented release", Stage.EXTRACT),
        new PipelineOption("kinds", "KINDS", "only these kinds of bulk files: indiv,oth", Stage.EXTRACT),
        new PipelineOption("allow-shrink", "", "accept a file with much fewer rows than the last one", Stage.EXTRACT),
        new PipelineOption("older-than", "AGE", "move history older than 90d, 6m or 3y out of bronze", Stage.EXTRACT),
        new PipelineOption("from", "DIR", "take in bulk files already on disk, zipped or not", Stage.EXTRACT));
  }
}
