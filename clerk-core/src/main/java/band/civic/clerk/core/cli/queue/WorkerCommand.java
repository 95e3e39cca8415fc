package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.operate.OperatorsDoor;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.cli.pipeline.Interrupts;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.worker.Tally;
import band.civic.clerk.core.worker.WorkerDesk;
import band.civic.clerk.core.worker.WorkerSettings;
import java.net.URI;
import java.util.Collection;
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

/// `clerk worker`: takes jobs from queues and does them, until it is stopped.
@Command(name = "worker", description = {"Take jobs from the queue and do them.",
    "Ctrl-C or a polite kill lets running jobs end first; a second one ends it at once."})
public final class WorkerCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "QUEUE", description = "The queues, such as finance.")
  private List<String> queues = List.of();

  @Option(names = "--all", description = "All queues.")
  private boolean all;

  @Option(names = "-n", paramLabel = "N", description = "So many jobs at a time; 0 only checks the queues (default: the setting worker.threads, else 2).")
  private @Nullable Integer jobsAtATime;

  @Option(names = "--burst", description = "End when nothing is due any more.")
  private boolean burst;

  @Option(names = "--json", description = "Print one JSON document at the end.")
  private boolean json;

  public WorkerCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec).commandLine();
    var console = new Console(command, rooms, json);
    var settings = WorkerSettings.of(rooms.settings().settings());
    var threads = Optional.ofNullable(jobsAtATime).orElse(settings.threads());
    if (threads < 0) {
      throw new ParameterException(command, "-n takes a number from 0 on, not " + threads + ".");
    }
    var chosen = chosen();
    if (threads == 0) {
      console.say("0 jobs at a time: nothing to do.");
      return ExitCodes.OK;
    }
    rooms.openServiceLog();
    var end = new Cancellation();
    try (var _ = Interrupts.on(end); var door = new Door(burst ? Optional.empty() : OperatorsDoor.open(rooms))) {
      var desk = rooms.workerDesk();
      var where = door.address().map(address -> ", " + address).orElse("");
      console.say("Working on %s, %d at a time%s; the log is %s.".formatted(String.join(", ", chosen), threads, where,
          rooms.logFile()));
      var tally = work(desk, settings, new Order(chosen, threads, door.address()), end);
      console.print(() -> List.of(line(tally)), () -> json(tally));
    }
    return ExitCodes.OK;
  }

  private record Order(Collection<String> queues, int threads, Optional<URI> address) {}

  private Tally work(WorkerDesk desk, WorkerSettings settings, Order order, Cancellation end) {
    var worker = desk.worker(settings.order(order.queues(), order.threads(), burst),
        order.address().map(URI::toString));
    return worker.run(end);
  }

  /// The door, if there is one, so that it is closed.
  private record Door(Optional<HttpDoor> door) implements AutoCloseable {
    Optional<URI> address() {
      return door.map(HttpDoor::address);
    }

    @Override
    public void close() {
      door.ifPresent(HttpDoor::close);
    }
  }

  private Collection<String> chosen() {
    var command = Objects.requireNonNull(spec).commandLine();
    var known = new Queues(rooms);
    if (all == !queues.isEmpty()) {
      throw new ParameterException(command, "Which queues? Give --all or some of %s.".formatted(String.join(", ",
          known.names())));
    }
    queues.forEach(queue -> known.require(queue, command));
    // jobs of a plugin that is missing here are left to hosts that have it
    return all ? rooms.jobKinds().queues() : queues.stream().distinct().toList();
  }

  private static String line(Tally tally) {
    return "%d jobs done, %d attempts failed, %d put back.".formatted(tally.succeeded(), tally.failed(),
        tally.putBack());
  }

  private static Map<String, Object> json(Tally tally) {
    var document = new LinkedHashMap<String, Object>();
    document.put("succeeded", tally.succeeded());
    document.put("failed", tally.failed());
    document.put("put_back", tally.putBack());
    return document;
  }
}
