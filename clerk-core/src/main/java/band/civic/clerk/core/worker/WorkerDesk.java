package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.WorkerRow.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a worker works with.
///
/// @param registry where the queue is
/// @param kinds what it can do
/// @param clock UTC
/// @param backoff how long a job waits after a failure
/// @param chores what is to be done every other second besides
public record WorkerDesk(Registry registry, JobKinds kinds, Clock clock, Backoff backoff, List<Runnable> chores) {

  public WorkerDesk {
    chores = List.copyOf(chores);
  }

  /// A worker in this process.
  ///
  /// @param address where its page and metrics are, if anywhere
  public Worker worker(WorkerOrder order, Optional<String> address) {
    var row = row(order);
    return new Worker(this, order, address.map(row::withAddress).orElse(row));
  }

  /// What the registry is told of such a worker.
  WorkerRow row(WorkerOrder order) {
    return WorkerRow.ofThisProcess(Kind.WORKER, order.queues().keySet().stream().sorted().toList(), order.threads(),
        clock.instant());
  }

  JobClaims claims(Duration lease) {
    return new JobClaims(registry, clock, lease, backoff);
  }
}
