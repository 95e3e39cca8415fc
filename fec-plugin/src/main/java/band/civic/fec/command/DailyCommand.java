package band.civic.fec.command;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.PluginContext.PipelineRun;
import band.civic.fec.bronze.Ingest;
import band.civic.fec.extract.DownloadTask;
import band.civic.fec.extract.api.ApiTasks;
import band.civic.fec.extract.api.Selection;
import band.civic.fec.model.FecClock;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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

/// `clerk fec daily`: what OpenFEC has that is new, for some states or committees.
@Command(name = "daily", description = "Read what is new from OpenFEC.")
public final class DailyCommand implements Callable<Integer> {
  private static final int UNAVAILABLE = 75;

  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--states", paramLabel = "STATES", description = "Only committees of these states: CA,OH.")
  private String states = "";

  @Option(names = "--committees", paramLabel = "IDS", description = "Only these committees.")
  private String committees = "";

  @Option(names = {"--cycle",
      "--cycles"}, paramLabel = "YEARS", description = "These two-year cycles; the present one if not given.")
  private @Nullable String cycles;

  @Option(names = "--with", paramLabel = "LISTS", description = "Read these too, at a call for each committee or race: efile,totals,elections.")
  private @Nullable String with;

  @Option(names = "--calls", paramLabel = "N", description = "Stop each list after so many calls; the next run goes on there.")
  private @Nullable String calls;

  @Option(names = "--budget", paramLabel = "TIME", description = "Stop each list after so long: 30s, 10m, 2h; the next run goes on there.")
  private @Nullable String budget;

  @Option(names = "--publish", description = "Build and publish fec.db afterwards.")
  private boolean publish;

  @Option(names = {"-s",
      "--subdomain"}, paramLabel = "SUBDOMAIN", defaultValue = "us", description = "The nation's site (default: ${DEFAULT-VALUE}).")
  private String subdomain = "us";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public DailyCommand(PluginContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    check();
    var out = spec.commandLine().getOut();
    var result = context.run(new PipelineRun("fec", subdomain, tasks(), options(), "fec daily"), json
        ? Optional.empty()
        : Optional.of(out));
    if (result.refused()) {
      return Work.exitCode(result, spec.commandLine().getErr());
    }
    var ingests = Bronze.of(context).listOfRun(result.runId());
    show(result.runId(), ingests, out);
    var code = Work.exitCode(result, spec.commandLine().getErr());
    return code == 0 && ingests.stream().anyMatch(ingest -> ingest.reason().contains("failed: ")) ? UNAVAILABLE : code;
  }

  private void show(String runId, List<Ingest> ingests, PrintWriter out) {
    if (json) {
      var document = Shapes.files(runId, ingests);
      document.put("complete", ingests.stream().allMatch(ingest -> ingest.status().equals("complete")));
      document.put("reasons", ingests.stream().map(Ingest::reason).filter(text -> !text.isEmpty()).distinct().toList());
      Shapes.print(out, document);
      return;
    }
    Shapes.table(ingests).forEach(out::println);
    ingests.stream().map(Ingest::reason).filter(text -> !text.isEmpty()).distinct().forEach(out::println);
    if (!ingests.isEmpty() && ingests.stream().noneMatch(ingest -> ingest.figures().changedAnything())) {
      out.println("No new rows.");
    }
    out.flush();
  }

  private Set<String> tasks() {
    var tasks = new HashSet<>(ApiTasks.DAILY);
    if (with != null) {
      tasks.addAll(ApiTasks.FURTHER);
    }
    if (publish) {
      tasks.addAll(Set.of("silver", "publish"));
    }
    return tasks;
  }

  private Map<String, String> options() {
    var options = new HashMap<>(Map.of("api", "true", DownloadTask.STORED_ONLY, "true", "command", "fec daily"));
    put(options, "states", states);
    put(options, "committees", committees);
    put(options, "cycles", cycles);
    put(options, "with", with);
    put(options, "calls", calls);
    put(options, "budget", budget);
    return options;
  }

  private int year() {
    return FecClock.year(FecClock.now(context.settings().find("fec.now"), Instant.now()));
  }

  private static void put(Map<String, String> options, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      options.put(name, value);
    }
  }

  private void check() {
    try {
      Selection.states(states);
      Selection.committees(committees);
      Selection.cycles(Optional.ofNullable(cycles).orElse(""), year());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    if (!Selection.states(states).isEmpty() && !Selection.committees(committees).isEmpty()) {
      throw new ClerkException.BadConfiguration("--states and --committees exclude each other: choose one");
    }
  }
}
