package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.extract.Background;
import band.civic.fec.extract.DownloadTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec bulk ingest` and `clerk fec reconcile`: takes bulk files into bronze and says what is new, changed,
/// unchanged and gone.
@Command(description = "Take bulk files into bronze: what is new, changed, unchanged and gone.")
public final class IngestCommand implements Callable<Integer> {
  private final PluginContext context;
  private final Work.Task task;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--cycle", paramLabel = "YEAR", description = "The two-year cycle; the present one if not given.")
  private @Nullable String cycle;

  @Option(names = {"--from",
      "--dir"}, paramLabel = "DIR", description = "Files on disk, zipped or not; if not given, those that were downloaded.")
  private @Nullable Path from;

  @Option(names = "--kinds", paramLabel = "KINDS", description = "Only these kinds: indiv,oth,…")
  private @Nullable String kinds;

  @Option(names = {"-s",
      "--subdomain"}, paramLabel = "SUBDOMAIN", defaultValue = "us", description = "The nation's site (default: ${DEFAULT-VALUE}).")
  private String subdomain = "us";

  @Option(names = "--force", description = "Read files even when they are as they were.")
  private boolean force;

  @Option(names = "--allow-shrink", description = "Accept a file with much fewer rows than the last one.")
  private boolean allowShrink;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public IngestCommand(PluginContext context, Work.Task task) {
    this.context = context;
    this.task = task;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var result = new Work(context).run(task, subdomain, options(), json ? Optional.empty() : Optional.of(out));
    if (!result.refused()) {
      show(result.runId(), out);
    }
    return Work.exitCode(result, spec.commandLine().getErr());
  }

  private Map<String, String> options() {
    var options = new HashMap<>(
        Map.of(DownloadTask.STORED_ONLY, "true", Background.OPTION, "true", "command", task.command()));
    Optional.ofNullable(cycle).ifPresent(value -> options.put("cycle", value));
    Optional.ofNullable(from).ifPresent(value -> options.put("from", value.toAbsolutePath().toString()));
    Optional.ofNullable(kinds).ifPresent(value -> options.put("kinds", value));
    if (force) {
      options.put("force", "true");
    }
    if (allowShrink) {
      options.put("allow-shrink", "true");
    }
    return options;
  }

  private void show(String runId, PrintWriter out) {
    var ingests = Bronze.of(context).listOfRun(runId);
    if (json) {
      Shapes.print(out, Shapes.files(runId, ingests));
    } else if (!ingests.isEmpty()) {
      Shapes.table(ingests).forEach(out::println);
      out.flush();
    }
  }
}
