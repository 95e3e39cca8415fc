package band.civic.clerk.core.cli.doctor;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.operate.OperatorsDoor;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.OperateSettings;
import band.civic.clerk.core.operate.http.DoorSettings;
import band.civic.clerk.core.operate.mail.MailSettings;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What runs by itself: settings of the page, mail and webhooks; workers, scheduler and queues.
final class ServiceChecks {
  private final Rooms rooms;

  ServiceChecks(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Finding> run() {
    var findings = new ArrayList<Finding>();
    var settings = rooms.settings().settings();
    findings.add(setUp("page", () -> DoorSettings.of(settings)
        .map(door -> "at %s:%d, %s".formatted(
            door.address().getHostString(), door.address().getPort(), door.token().isPresent()
                ? "with a token"
                : "for this machine only"))
        .orElse("off")));
    findings.add(setUp("mail", () -> MailSettings.of(settings)
        .map(mail -> "by %s to %s".formatted(mail.host(), String.join(", ", mail.to())))
        .orElse("not set up: alerts are not mailed (smtp.host)")));
    findings
        .add(setUp("webhooks", () -> "%d set up".formatted(Webhooks.of(settings, rooms.clock()).webhooks().size())));
    findings.add(setUp("alerts", () -> "stale after %d h".formatted(OperateSettings.of(settings)
        .staleAfter()
        .toHours())));
    if (rooms.hasRegistry()) {
      findings.addAll(processes());
    }
    return findings;
  }

  private static Finding setUp(String check, Supplier<String> reading) {
    try {
      return Finding.ok(check, reading.get());
    } catch (BadConfiguration e) {
      return Finding.error(check, String.valueOf(e.getMessage()), "");
    }
  }

  private List<Finding> processes() {
    try {
      var desk = OperatorsDoor.desk(rooms);
      var alive = desk.workers();
      return List.of(workers(desk, alive), scheduler(alive));
    } catch (ClerkException e) {
      return List.of(); // the registry's own check says so
    }
  }

  private static Finding workers(OperateDesk desk, List<WorkerState> alive) {
    var workers = alive.stream().filter(WorkerState::isWorker).toList();
    var idle = desk.queues()
        .stream()
        .filter(queue -> queue.count(JobState.QUEUED) > 0)
        .map(QueueState::queue)
        .filter(queue -> workers.stream().noneMatch(worker -> worker.queues().contains(queue)))
        .collect(Collectors.joining(" "));
    if (!idle.isEmpty()) {
      return Finding.warning("workers", "jobs wait and no worker drains: " + idle, "Start `clerk worker %s`.".formatted(
          idle));
    }
    return Finding.ok("workers", workers.isEmpty()
        ? "none runs; what is typed runs by itself, what is enqueued waits for `clerk worker --all`"
        : workers.stream().map(WorkerState::worker).collect(Collectors.joining(", ")));
  }

  private static Finding scheduler(List<WorkerState> alive) {
    var schedulers = alive.stream().filter(each -> !each.isWorker()).map(WorkerState::worker).toList();
    return Finding.ok("scheduler", schedulers.isEmpty()
        ? "none runs; nothing is refreshed by itself until `clerk schedule run` does"
        : String.join(", ", schedulers));
  }
}
