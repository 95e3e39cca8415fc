package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.Ingest;
import band.civic.fec.extract.Archive;
import band.civic.fec.extract.PruneTask;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec prune`: moves what rows once were, and lines in quarantine, out of bronze into `work/archive`. Live rows, and
/// so all totals, stay as they are.
@Command(name = "prune", description = "Move old history and quarantine out of bronze into an archive.")
public final class PruneCommand implements Callable<Integer> {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--older-than", required = true, paramLabel = "AGE", description = "90d, 6m or 3y.")
  private String age = "";

  @Option(names = "--dry-run", description = "Say what would be moved; move nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public PruneCommand(PluginContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var before = PruneTask.before(age, context.settings(), Instant.now());
    if (dryRun) {
      show(count(before), before);
      return 0;
    }
    var options = Map.of(PruneTask.OLDER_THAN, age, "command", "fec prune");
    var task = new Work.Task(PruneTask.NAME, "fec prune");
    var result = new Work(context).run(task, "us", options, Optional.empty());
    if (!result.refused() && result.failure().isEmpty()) {
      show(Bronze.of(context).listOfRun(result.runId()).stream().map(PruneCommand::old).toList(), before);
    }
    return Work.exitCode(result, spec.commandLine().getErr());
  }

  private List<Archive.Old> count(Instant before) {
    var layout = Bronze.of(context).layout();
    try {
      return new Archive(layout, before).count()
          .stream()
          .filter(old -> old.history() + old.quarantine() > 0)
          .toList();
    } catch (SQLException e) {
      throw Bronze.failed(layout.directory(), e);
    }
  }

  private static Archive.Old old(Ingest ingest) {
    return new Archive.Old(ingest.kind(), ingest.cycle(), ingest.figures().unchanged(), ingest.figures().rejected());
  }

  private void show(List<Archive.Old> files, Instant before) {
    var out = spec.commandLine().getOut();
    if (json) {
      Shapes.print(out, Map.of("dry_run", dryRun, "before", before.toString(), "files", files.stream()
          .map(PruneCommand::shape)
          .toList()));
      return;
    }
    files.forEach(old -> out.printf("%-24s %4d  history %d, quarantine %d%n", old.kind(), old.cycle(), old.history(),
        old.quarantine()));
    out.println(files.isEmpty()
        ? "Nothing is as old."
        : dryRun ? "Nothing was moved." : "Moved to the archive.");
    out.flush();
  }

  private static Map<String, Object> shape(Archive.Old old) {
    return Map.of("kind", old.kind(), "cycle", old.cycle(), "history", old.history(), "quarantine", old.quarantine());
  }
}
