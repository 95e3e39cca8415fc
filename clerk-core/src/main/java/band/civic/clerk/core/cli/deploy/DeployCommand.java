package band.civic.clerk.core.cli.deploy;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.cli.pipeline.Interrupts;
import band.civic.clerk.core.cli.pipeline.view.Numbers;
import band.civic.clerk.core.cli.pipeline.view.OutcomeJson;
import band.civic.clerk.core.deploy.DeployJob;
import band.civic.clerk.core.deploy.Deployment;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.site.RegisteredSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clerk deploy`: copies what is published to where people read it.
@Command(name = "deploy", description = "Copy published databases to the deploy targets, with a manifest of checksums.")
public final class DeployCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String bare;

  @Option(names = {"-s", "--subdomain"}, paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String subdomain;

  @Option(names = "--all", description = "Every site that has something published.")
  private boolean all;

  @Option(names = "--target", paramLabel = "NAME", description = "Only this target (default: all that are set up).")
  private @Nullable String target;

  @Option(names = "--rollback", description = "Put back what was at the target before what is there now.")
  private boolean rollback;

  @Option(names = "--list", description = "List what was deployed; deploy nothing.")
  private boolean list;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public DeployCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var console = new Console(Objects.requireNonNull(spec).commandLine(), rooms, json);
    if (all) {
      return deployAll(console);
    }
    var site = rooms.sites().getSite(only());
    return list ? list(console, site) : deployOne(console, site);
  }

  private String only() {
    if ((bare == null) == (subdomain == null)) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
          "Which site? Give one --subdomain SUBDOMAIN, or --all.");
    }
    return bare != null ? bare : Objects.requireNonNull(subdomain);
  }

  private int deployOne(Console console, RegisteredSite site) {
    var outcome = run(console, site, new Cancellation());
    var files = rooms.deployer().listOfRun(outcome.runId());
    console.print(() -> lines(outcome, files), () -> document(outcome, files));
    outcome.failure().ifPresent(failure -> console.complain(failure, outcome.runId()));
    return outcome.exitCode();
  }

  private int deployAll(Console console) {
    if (list || rollback || bare != null || subdomain != null) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
          "--all goes with --target and --json only.");
    }
    var cancellation = new Cancellation();
    var documents = new ArrayList<Object>();
    var worst = ExitCodes.OK;
    for (var site : rooms.sites().listSites()) {
      if (!rooms.deployer().hasPublished(site.subdomain()) || cancellation.isRequested()) {
        continue;
      }
      var outcome = run(console, site, cancellation);
      var files = rooms.deployer().listOfRun(outcome.runId());
      lines(outcome, files).forEach(console::say);
      documents.add(document(outcome, files));
      outcome.failure().ifPresent(failure -> console.complain(failure, outcome.runId()));
      worst = ExitCodes.worst(worst, outcome.exitCode());
    }
    var total = documents.size();
    console.print(() -> List.of(total == 0 ? "Nothing is published yet." : total + " sites"), () -> documents);
    return worst;
  }

  private RunOutcome run(Console console, RegisteredSite site, Cancellation cancellation) {
    var options = new LinkedHashMap<String, String>();
    Optional.ofNullable(target).ifPresent(name -> options.put(DeployJob.TARGET, name));
    if (rollback) {
      options.put(DeployJob.ROLLBACK, "true");
    }
    var watch = new Watch(new ProgressBoard(), cancellation);
    var request = new RunRequest(Work.of(rooms.deployJob(), rooms.version()), site,
        TaskSelection.all().withForce(true), options, new How(rollback ? "deploy --rollback" : "deploy", 1, false));
    try (var _ = Interrupts.on(cancellation); var _ = console.progress(watch)) {
      return rooms.jobs().run(request, watch);
    }
  }

  private int list(Console console, RegisteredSite site) {
    var deployments = rooms.deployer().list(site.subdomain(), SHOWN);
    console.print(() -> deployments.isEmpty()
        ? List.of(site.subdomain() + ": nothing was deployed yet.")
        : table(deployments), () -> deployments.stream().map(DeployCommand::json).toList());
    return ExitCodes.OK;
  }

  private static List<String> lines(RunOutcome outcome, List<Deployment> files) {
    var state = outcome.state().name().toLowerCase(Locale.ROOT);
    var lines = new ArrayList<String>();
    lines.add("%s deploy: %s  (run %s)".formatted(outcome.key().subdomain(), state, outcome.runId()));
    if (!files.isEmpty()) {
      lines.addAll(table(files));
    }
    return lines;
  }

  private static List<String> table(List<Deployment> deployments) {
    var table = TextTable.of("TARGET", "FILE", "BYTES", "SHA-256", "STATE", "AT");
    deployments.forEach(each -> table.add(each.target(), each.file(), Numbers.count(each.bytes()),
        each.sha256().substring(0, 12), each.state().name().toLowerCase(Locale.ROOT), each.at().toString()));
    return table.toString().lines().toList();
  }

  private static Map<String, Object> document(RunOutcome outcome, List<Deployment> files) {
    var document = new LinkedHashMap<String, Object>(OutcomeJson.of(outcome));
    document.put("files", files.stream().map(DeployCommand::json).toList());
    return document;
  }

  private static Map<String, Object> json(Deployment each) {
    var document = new LinkedHashMap<String, Object>();
    document.put("target", each.target());
    document.put("subdomain", each.subdomain());
    document.put("data_type", each.dataType());
    document.put("file", each.file());
    document.put("bytes", each.bytes());
    document.put("sha256", each.sha256());
    document.put("state", each.state().name().toLowerCase(Locale.ROOT));
    document.put("deployed_at", each.at().toString());
    document.put("run_id", each.runId());
    document.put("error", each.error());
    return document;
  }
}
