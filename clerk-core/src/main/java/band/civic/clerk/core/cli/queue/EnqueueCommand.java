package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.cli.pipeline.Interrupts;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.queue.Priority;
import band.civic.clerk.core.worker.JobKind;
import java.util.LinkedHashMap;
import java.util.List;
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

/// `clerk enqueue`: puts jobs into the queue.
@Command(name = "enqueue", description = {"Put jobs into the queue, for a worker to do.",
    "What is waiting or running already is not put in again: its run is named instead."})
public final class EnqueueCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TYPE", description = "What to do: finance (short for finance.etl), finance.extract, finance.task.NAME, …")
  private String type = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "SUBDOMAIN", description = "For which sites, such as alameda.ca.")
  private List<String> subdomains = List.of();

  @Option(names = "--all", description = "For every registered site that there is something to do for.")
  private boolean all;

  @Option(names = "--priority", paramLabel = "high|normal|low", defaultValue = "normal", description = "What goes first (default: ${DEFAULT-VALUE}).")
  private String priority = "";

  @Option(names = "--force", description = "Put it in even when the same is waiting or running.")
  private boolean force;

  @Option(names = {"-o",
      "--option"}, paramLabel = "NAME=VALUE", description = "An argument of the job, such as force=true.")
  private Map<String, String> arguments = Map.of();

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's id (default: a new one for each site).")
  private @Nullable String runId;

  @Option(names = "--then", paramLabel = "TYPE", description = "A job to be done when all of these have ended, well or not.")
  private @Nullable String then;

  @Option(names = "--inline", description = "Do it now, in this process, without the queue.")
  private boolean inline;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public EnqueueCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var console = new Console(Objects.requireNonNull(spec).commandLine(), rooms, json);
    var kind = kind(type);
    if (all && !subdomains.isEmpty()) {
      throw wrong("Give subdomains or --all, not both.");
    }
    if (kind.isOfSites() && !all && subdomains.isEmpty()) {
      throw wrong("Which sites? Give subdomains, or --all.");
    }
    if (runId != null && kind.isOfSites() && (all || subdomains.size() > 1)) {
      throw wrong("--run-id is for one site.");
    }
    var orders = new Orders(rooms, kind, new Orders.Wish(priority(), arguments, force, Optional.ofNullable(runId)));
    var chosen = all ? orders.listSupported() : subdomains;
    return inline ? doNow(kind, orders, chosen) : put(console, orders, chosen);
  }

  private int put(Console console, Orders orders, List<String> chosen) {
    var answers = orders.put(chosen, Optional.ofNullable(then).map(this::kind));
    answers.forEach(answer -> answer.failure().ifPresent(failure -> console.complain(failure, "")));
    console.print(() -> lines(answers), () -> answers.stream().map(EnqueueCommand::json).toList());
    return answers.stream()
        .flatMap(answer -> answer.failure().stream())
        .map(ExitCodes::of)
        .reduce(ExitCodes.OK, ExitCodes::worst);
  }

  private int doNow(JobKind kind, Orders orders, List<String> chosen) {
    if (then != null) {
      throw wrong("--inline does one after the other; --then needs the queue.");
    }
    var console = new Console(Objects.requireNonNull(spec).commandLine(), rooms, json);
    var watch = new Watch(new ProgressBoard(), new Cancellation());
    List<Inline.Done> done;
    try (var _ = Interrupts.on(watch.cancellation()); var _ = console.progress(watch)) {
      done = new Inline(rooms, kind, orders).run(chosen, watch);
    }
    done.forEach(each -> each.failure().ifPresent(failure -> console.complain(failure, each.runId())));
    console.print(() -> done.stream()
        .filter(each -> each.failure().isEmpty())
        .map(each -> each.line(kind.type()))
        .toList(), () -> done.stream().map(each -> each.json(kind.type())).toList());
    return done.stream()
        .flatMap(each -> each.failure().stream())
        .map(ExitCodes::of)
        .reduce(watch.cancellation().isRequested() ? ExitCodes.CANCELLED : ExitCodes.OK, ExitCodes::worst);
  }

  private JobKind kind(String name) {
    var kinds = rooms.jobKinds();
    return kinds.find(name + ".etl").orElseGet(() -> kinds.get(name));
  }

  private Priority priority() {
    try {
      return Priority.of(priority);
    } catch (IllegalArgumentException e) {
      throw wrong("--priority is high, normal or low, not " + priority + ".");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private static List<String> lines(List<Orders.Answer> answers) {
    if (answers.isEmpty()) {
      return List.of("No registered site has anything for it. `clerk site list` shows the sites.");
    }
    if (answers.stream().allMatch(answer -> answer.failure().isPresent())) {
      return List.of();
    }
    var table = TextTable.of("TYPE", "SITE", "STATE", "JOB", "RUN");
    answers.forEach(answer -> answer.put()
        .ifPresent(put -> table.add(answer.type(), answer.site().orElse("-"), put.coalesced()
            ? "there already"
            : "queued", put.jobId().isEmpty() ? "-" : put.jobId(), put.runId())));
    return table.toString().lines().toList();
  }

  private static Map<String, Object> json(Orders.Answer answer) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", answer.type());
    document.put("subdomain", answer.site());
    document.put("job_id", answer.put().map(put -> put.jobId()).filter(id -> !id.isEmpty()));
    document.put("run_id", answer.put().map(put -> put.runId()));
    document.put("coalesced", answer.put().map(put -> put.coalesced()));
    document.put("error", answer.failure().map(Throwable::getMessage));
    return document;
  }
}
