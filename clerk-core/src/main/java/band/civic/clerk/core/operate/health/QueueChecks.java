package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Jobs, and who works on them.
final class QueueChecks {
  private static final Duration LONG_WAIT = Duration.ofMinutes(30);
  private static final Duration FOREIGN_WAIT = Duration.ofMinutes(5);
  private static final int MANY_FAILED = 10;

  private final OperateDesk desk;

  QueueChecks(OperateDesk desk) {
    this.desk = desk;
  }

  Check workers() {
    var alive = desk.workers();
    var workers = alive.stream().filter(WorkerState::isWorker).toList();
    if (workers.isEmpty()) {
      var jobs = desk.queues().stream().mapToLong(queue -> queue.count(JobState.QUEUED)).sum();
      var message = "no worker is running. Start `clerk worker --all`.";
      return jobs > 0
          ? Check.unhealthy("workers", "%s queued and %s".formatted(Times.count(jobs, "job"), message))
          : Check.degraded("workers", message);
    }
    var threads = workers.stream().mapToLong(WorkerState::threads).sum();
    return Check.healthy("workers", "%s with %s, %s".formatted(Times.count(workers.size(), "worker"),
        Times.count(threads, "thread"), Times.count(alive.size() - workers.size(), "scheduler")));
  }

  Check queues() {
    var queues = desk.queues();
    var workers = desk.workers();
    var orphans = queues.stream().filter(queue -> queue.oldestDue().isPresent() && !isDrained(queue, workers));
    var names = orphans.map(QueueState::queue).collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      return Check.unhealthy("queues", "jobs wait and no worker drains %s. Start `clerk worker %s`.".formatted(names,
          names.replace(",", "")));
    }
    var foreign = foreign();
    if (!foreign.isEmpty()) {
      return Check.degraded("queues",
          "%s wait and no plugin here brings such jobs. Start a worker that has the plugin, or "
              .formatted(foreign) + "`clerk jobs list --type TYPE`, then cancel them.");
    }
    var now = desk.clock().instant();
    var slow = queues.stream()
        .filter(queue -> queue.oldestDue().filter(due -> due.plus(LONG_WAIT).isBefore(now)).isPresent())
        .map(queue -> "%s (%d queued, the oldest for %d min)".formatted(queue.queue(), queue.count(JobState.QUEUED),
            Duration.between(queue.oldestDue().orElseThrow(), now).toMinutes()))
        .collect(Collectors.joining(", "));
    return slow.isEmpty()
        ? Check.healthy("queues", "%d queued, %d running".formatted(
            queues.stream().mapToLong(queue -> queue.count(JobState.QUEUED)).sum(),
            queues.stream().mapToLong(queue -> queue.count(JobState.RUNNING)).sum()))
        : Check.degraded("queues", "jobs wait long in %s. Start more workers, or give them more threads with -n."
            .formatted(slow));
  }

  /// Workers leave alone what they do not know.
  private String foreign() {
    return new JobBook(desk.registry()).countDue(desk.clock().instant().minus(FOREIGN_WAIT))
        .entrySet()
        .stream()
        .filter(type -> !desk.installed().types().contains(type.getKey()))
        .map(type -> type.getValue() + " " + type.getKey())
        .collect(Collectors.joining(", "));
  }

  Check failedJobs() {
    var failed = desk.queues().stream().filter(queue -> queue.count(JobState.FAILED) > 0).toList();
    var count = failed.stream().mapToLong(queue -> queue.count(JobState.FAILED)).sum();
    if (count == 0) {
      return Check.healthy("failed-jobs", "none");
    }
    var message = "%s used up all attempts (%s). See `clerk jobs failed`, then retry or drop them."
        .formatted(Times.count(count, "job"), failed.stream().map(QueueState::queue).collect(Collectors.joining(", ")));
    return count > MANY_FAILED ? Check.unhealthy("failed-jobs", message) : Check.degraded("failed-jobs", message);
  }

  private static boolean isDrained(QueueState queue, List<WorkerState> workers) {
    return workers.stream().anyMatch(worker -> worker.queues().contains(queue.queue()));
  }
}
