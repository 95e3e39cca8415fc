package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.PluginContext.PipelineRun;
import band.civic.fec.extract.Background;
import band.civic.fec.extract.DownloadTask;
import band.civic.fec.extract.api.Selection;
import band.civic.fec.model.FecClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clerk fec backfill`: takes several cycles in from bulk files, one after the other. A file that is in already is not
/// read again, so that a backfill that was broken off goes on with the next file.
@Command(name = "backfill", description = "Take several cycles in from bulk files; what is in already is not read again.")
public final class BackfillCommand implements Callable<Integer> {
  private final PluginContext context;
  private final Work.Task task;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--cycles", paramLabel = "YEARS", required = true, description = "Two-year cycles: 2022,2024.")
  private String cycles = "";

  @Option(names = "--from", paramLabel = "DIR", description = "Files on disk, those of a cycle in a directory of its name; if not given, those that were downloaded.")
  private @Nullable Path from;

  @Option(names = {"-s",
      "--subdomain"}, paramLabel = "SUBDOMAIN", defaultValue = "us", description = "The nation's site (default: ${DEFAULT-VALUE}).")
  private String subdomain = "us";

  @Option(names = "--publish", description = "Build and publish fec.db afterwards.")
  private boolean publish;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public BackfillCommand(PluginContext context, Work.Task task) {
    this.context = context;
    this.task = task;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var documents = new ArrayList<Map<String, Object>>();
    var wanted = cycles();
    checkDirectories(wanted);
    for (var cycle : wanted) {
      var result = new Work(context).run(task, subdomain, options(cycle), json ? Optional.empty() : Optional.of(out));
      if (result.refused() || result.failure().isPresent()) {
        return Work.exitCode(result, spec.commandLine().getErr());
      }
      var ingests = Bronze.of(context).listOfRun(result.runId());
      var document = Shapes.files(result.runId(), ingests);
      document.put("cycle", cycle);
      documents.add(document);
      if (!json) {
        out.println("Cycle " + cycle);
        Shapes.table(ingests).forEach(out::println);
      }
    }
    if (json) {
      Shapes.print(out, Map.of("cycles", documents));
    }
    out.flush();
    return publish ? publish() : 0;
  }

  /// The tasks that bring rows in have nothing left to do.
  private int publish() {
    var options = Map.of(DownloadTask.STORED_ONLY, "true", "command", task.command());
    var run = new PipelineRun("fec", subdomain, Set.of("silver", "publish"), options, task.command());
    var result = context.run(run, json ? Optional.empty() : Optional.of(spec.commandLine().getOut()));
    return Work.exitCode(result, spec.commandLine().getErr());
  }

  private List<Integer> cycles() {
    try {
      return Selection.cycles(cycles, FecClock.year(FecClock.now(context.settings().find("fec.now"), Instant.now())));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /// A cycle without a directory among others that have one would get the files of all of them.
  private void checkDirectories(List<Integer> wanted) {
    var missing = from == null ? List.<Integer>of() : listMissing(from, wanted);
    if (!missing.isEmpty() && missing.size() < wanted.size()) {
      throw new ParameterException(spec.commandLine(),
          "--from: %s has directories of other cycles and none of %s. Add it, or leave the cycle out of --cycles."
              .formatted(from, missing));
    }
  }

  private static List<Integer> listMissing(Path from, List<Integer> wanted) {
    return wanted.stream().filter(cycle -> !Files.isDirectory(from.resolve(Integer.toString(cycle)))).toList();
  }

  private Map<String, String> options(int cycle) {
    var options = new HashMap<>(
        Map.of("cycle", Integer.toString(cycle), Background.OPTION, "true", "command", task.command()));
    if (from != null) {
      var own = from.resolve(Integer.toString(cycle));
      options.put("from", (Files.isDirectory(own) ? own : from).toAbsolutePath().toString());
    }
    return options;
  }
}
