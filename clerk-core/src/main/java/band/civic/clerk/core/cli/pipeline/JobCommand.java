package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.pipeline.view.OutcomeJson;
import band.civic.clerk.core.cli.pipeline.view.OutcomeView;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.JobType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk job`: single pieces of work that plugins bring and that are no pipeline.
@Command(name = "job", synopsisSubcommandLabel = "COMMAND", description = "List and run single jobs that plugins bring.")
public final class JobCommand {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  public JobCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Command(name = "list", description = "List the jobs.")
  int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var jobs = jobs();
    console("list", json).print(() -> lines(jobs), () -> jobs.stream().map(JobCommand::json).toList());
    return ExitCodes.OK;
  }

  @Command(name = "run", description = "Run a job for a site.")
  int run(@Parameters(paramLabel = "NAME", description = "The job's name.") String name, @Mixin OneSite site,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var job = jobs().stream()
        .filter(each -> each.value().name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
    var work = Work.of(job.value(), job.version());
    var request = new RunRequest(work, rooms.sites().getOrImport(site.get()), TaskSelection.all().withForce(true),
        Map.of(), new How("job run " + name, 1, false));
    return run(request, console("run", json));
  }

  private int run(RunRequest request, Console console) {
    var watch = new Watch(new ProgressBoard(), new Cancellation());
    RunOutcome outcome;
    try (var _ = Interrupts.on(watch.cancellation()); var _ = console.progress(watch)) {
      outcome = rooms.jobs().run(request, watch);
    }
    console.print(new OutcomeView(rooms.settings().storageDirectory(), outcome)::lines, () -> OutcomeJson.of(outcome));
    outcome.failure().ifPresent(failure -> console.complain(failure, outcome.runId()));
    return outcome.exitCode();
  }

  private List<Contributed<JobType>> jobs() {
    return rooms.plugins().jobTypes().stream().sorted(Comparator.comparing(job -> job.value().name())).toList();
  }

  private static List<String> lines(List<Contributed<JobType>> jobs) {
    if (jobs.isEmpty()) {
      return List.of("No plugin brings a job.");
    }
    var table = TextTable.of("JOB", "PLUGIN", "DESCRIPTION");
    jobs.forEach(job -> table.add(job.value().name(), job.plugin() + " " + job.version(), job.value().description()));
    return table.toString().lines().toList();
  }

  private static Map<String, Object> json(Contributed<JobType> job) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", job.value().name());
    document.put("plugin", job.plugin());
    document.put("version", job.version());
    document.put("description", job.value().description());
    return document;
  }

  private Console console(String subcommand, boolean json) {
    var command = Objects.requireNonNull(spec).subcommands().get(subcommand);
    return new Console(Objects.requireNonNull(command), rooms, json);
  }

  private ParameterException unknown(String name) {
    var names = jobs().stream().map(job -> job.value().name()).toList();
    var there = names.isEmpty() ? "is none, because no plugin brings one" : "are " + String.join(", ", names);
    return new ParameterException(Objects.requireNonNull(spec).commandLine(),
        "There is no job \"%s\"; there %s.".formatted(name, there));
  }
}
