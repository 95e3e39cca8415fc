package band.civic.clerk.core.cli.schedule;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.operate.OperatorsDoor;
import band.civic.clerk.core.cli.pipeline.Console;
import band.civic.clerk.core.cli.pipeline.Interrupts;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.operate.http.HttpDoor;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.schedule.Scheduler;
import band.civic.clerk.core.schedule.SignOfLife;
import band.civic.clerk.core.worker.WorkerDesk;
import band.civic.clerk.core.worker.WorkerSettings;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clerk schedule run`: serves the schedules until it is stopped.
@Command(name = "run", description = {"Serve the schedules until stopped.",
    "Ctrl-C or a polite kill lets running jobs end first; a second one ends it at once."})
final class ScheduleRunCommand implements Callable<Integer> {
  private final Rooms rooms;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--with-worker", description = "Do the jobs of all queues too: one process for one machine.")
  private boolean withWorker;

  @Option(names = "-n", paramLabel = "N", description = "With --with-worker: so many jobs at a time (default: the setting worker.threads, else 2).")
  private @Nullable Integer jobsAtATime;

  ScheduleRunCommand(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec).commandLine();
    var settings = WorkerSettings.of(rooms.settings().settings());
    var threads = Optional.ofNullable(jobsAtATime).orElse(settings.threads());
    if (threads < 1) {
      throw new ParameterException(command, "-n takes a number from 1 on, not " + threads + ".");
    }
    var schedules = Schedules.of(rooms);
    rooms.openServiceLog();
    var end = new Cancellation();
    try (var _ = Interrupts.on(end); var door = new Door(OperatorsDoor.open(rooms))) {
      var desk = rooms.scheduleDesk();
      var worker = rooms.workerDesk();
      try (var _ = SignOfLife.of(desk, door.address(), withWorker ? List.of() : worker.chores());
          var _ = Scheduler.start(desk, schedules)) {
        var where = door.address().map(address -> ", " + address).orElse("");
        var console = new Console(command, rooms, false);
        console.say("Serving %s%s%s; the log is %s.".formatted(Times.count(schedules.size(), "schedule"),
            withWorker ? " and all queues, %d jobs at a time".formatted(threads) : "", where, rooms.logFile()));
        serve(worker, settings, threads, new Until(end, door.address()));
        console.say("Ended.");
      }
    }
    return ExitCodes.OK;
  }

  private record Until(Cancellation end, Optional<URI> address) {}

  private void serve(WorkerDesk desk, WorkerSettings settings, int threads, Until until) {
    if (withWorker) {
      var order = settings.order(desk.kinds().queues(), threads, false);
      var _ = desk.worker(order, until.address().map(URI::toString)).run(until.end());
    } else {
      await(until.end());
    }
  }

  private static void await(Cancellation end) {
    var ended = new CountDownLatch(1);
    var release = end.onRequest(ended::countDown);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      release.run();
    }
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
}
