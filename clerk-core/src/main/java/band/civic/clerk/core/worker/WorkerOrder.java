package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.JobClaims;
import java.time.Duration;
import java.util.Map;

/// How a worker works.
///
/// @param queues what it takes jobs from, and how many of each may run at a time on all workers together
///   ([JobClaims#NO_LIMIT] for any)
/// @param threads how many jobs at a time
/// @param burst whether it ends when nothing is due any more
/// @param lease how long a job counts as at work without a sign of life
/// @param grace how long running jobs may go on when the worker is asked to end
public record WorkerOrder(Map<String, Integer> queues, int threads, boolean burst, Duration lease, Duration grace) {

  public WorkerOrder {
    queues = Map.copyOf(queues);
  }

  /// How often signs of life are given: six chances before the lease passes.
  Duration beat() {
    return lease.dividedBy(6);
  }
}
