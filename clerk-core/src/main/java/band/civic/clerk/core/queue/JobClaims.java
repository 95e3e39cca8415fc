package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ATTEMPTS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.queue.Endings.Again;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// The queue as a worker sees it: claim, give signs of life, end.
///
/// Every method that ends an attempt says whether the worker still held it. One that did not (its lease had passed, or
/// somebody cancelled the job) has changed nothing.
public final class JobClaims {
  private static final int MOST_LOSSES = 10; // and as many again after each retry by a person

  private final Registry registry;
  private final Clock clock;
  private final Duration lease;
  private final Backoff backoff;

  /// @param lease how long a job counts as at work without a sign
  /// @param backoff how long it waits after a failed attempt
  public JobClaims(Registry registry, Clock clock, Duration lease, Backoff backoff) {
    this.registry = registry;
    this.clock = clock;
    this.lease = lease;
    this.backoff = backoff;
  }

  /// Claims up to so many jobs that are due; each is this worker's alone.
  public List<ClaimedJob> claim(Wish wish) {
    return new Claiming(registry, clock.instant(), lease).claim(wish);
  }

  /// A worker's wish for jobs.
  ///
  /// @param worker its name
  /// @param queues from which queues, and how many of each may run at a time on all workers together
  /// @param types of which types, because others are left to workers that know them; empty for any
  /// @param count how many
  /// @param order which first
  public record Wish(String worker, Map<String, Integer> queues, Set<String> types, int count, Order order) {

    public Wish {
      queues = Map.copyOf(queues);
      types = Set.copyOf(types);
    }

    /// One job out of these queues, of any type, the most urgent first.
    public static Wish one(String worker, Collection<String> queues) {
      return new Wish(worker, queues.stream().collect(Collectors.toMap(queue -> queue, _ -> NO_LIMIT)), Set.of(), 1,
          Order.PRIORITY);
    }
  }

  /// No limit to how many jobs of a queue run at a time.
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  /// Which job goes first.
  public enum Order {
    /// High before normal before low; then the one that is due longest.
    PRIORITY,
    /// The one that is due longest. A worker asks like this now and then, so that none waits for ever behind others.
    AGE
  }

  /// Gives a sign of life for the jobs that a worker holds.
  ///
  /// @return those that it does not hold any more, and must stop
  public Set<String> beat(String worker, Set<String> jobIds) {
    if (jobIds.isEmpty()) {
      return Set.of();
    }
    var now = clock.instant();
    var held = registry.sql()
        .update(JOBS)
        .set(HEARTBEAT_AT, UtcText.of(now))
        .set(LEASE_UNTIL, UtcText.of(now.plus(lease)))
        .where(JOB_ID.in(jobIds).and(JobRows.is(JobState.RUNNING)).and(WORKER.eq(worker)))
        .returningResult(JOB_ID)
        .fetchSet(JOB_ID);
    var lost = new HashSet<>(jobIds);
    lost.removeAll(held);
    return lost;
  }

  /// Ends a job that did what it was to do.
  ///
  /// @param result what is to be remembered of it
  public boolean succeed(ClaimedJob job, Map<String, String> result) {
    return !succeed(Map.of(job, result)).isEmpty();
  }

  /// Ends jobs that did what they were to do, all at once.
  ///
  /// @param results what is to be remembered of each
  /// @return those that the worker still held
  public List<ClaimedJob> succeed(Map<ClaimedJob, Map<String, String>> results) {
    return results.isEmpty()
        ? List.of()
        : registry.inTransaction(sql -> new Endings(sql, clock.instant()).succeed(results));
  }

  /// How an attempt failed.
  ///
  /// @param error why
  /// @param timeout whether it took too long
  /// @param mayPass whether it is of use to try again
  public record Failure(RunError error, boolean timeout, boolean mayPass) {}

  /// Ends an attempt that failed: the job is tried again after a while, or becomes a dead letter.
  public boolean fail(ClaimedJob job, Failure failure) {
    var now = clock.instant();
    var how = failure.timeout() ? "timeout" : "failed";
    return registry.inTransaction(sql -> {
      var endings = new Endings(sql, now);
      if (job.lastAttempt() || !failure.mayPass()) {
        return endings.fail(job.jobId(), job.attempt(), how, failure.error());
      }
      var next = now.plus(backoff.after(job.attempt()));
      return endings.again(job.jobId(), job.attempt(), how, new Again(next, failure.error()));
    });
  }

  /// Puts a job back as if it had not been claimed: it cannot begin now, or its worker has to go.
  ///
  /// @param until not before
  public boolean postpone(ClaimedJob job, Instant until) {
    return registry.inTransaction(sql -> {
      var back = sql.update(JOBS)
          .set(STATE, JobState.QUEUED.text())
          .set(ATTEMPT, job.attempt() - 1)
          .set(RUN_AFTER, UtcText.of(until))
          .setNull(WORKER)
          .setNull(LEASE_UNTIL)
          .setNull(HEARTBEAT_AT)
          .where(Endings.holds(job.jobId(), job.attempt()))
          .execute() == 1;
      if (back) {
        sql.deleteFrom(JOB_ATTEMPTS).where(JOB_ID.eq(job.jobId()).and(ATTEMPT.eq(job.attempt()))).execute();
      }
      return back;
    });
  }

  /// Takes jobs away from workers that gave no sign for too long: each is tried again at once, and has lost no attempt,
  /// because that a worker is killed says nothing of its job. One that may be tried once only becomes a dead letter, and
  /// so does one whose worker was lost ten times: it may be what kills them. Whoever looks does it; of two who look at
  /// once one does.
  ///
  /// @return the jobs
  public List<String> releaseLost() {
    return releaseLost(Set.of());
  }

  /// Like [#releaseLost()], and also takes away what workers hold that are known to be gone.
  ///
  /// @param gone names of workers
  public List<String> releaseLost(Set<String> gone) {
    var now = clock.instant();
    var lost = registry.sql()
        .selectFrom(JOBS)
        .where(JobRows.is(JobState.RUNNING).and(LEASE_UNTIL.lt(UtcText.of(now)).or(WORKER.in(gone))))
        .orderBy(JOB_ID)
        .fetch(JobRows::job);
    return lost.stream().filter(row -> release(row, now)).map(JobRow::jobId).toList();
  }

  private boolean release(JobRow row, Instant now) {
    var worker = row.hold().map(JobRow.Hold::worker).orElse("its worker");
    var error = new RunError("WorkerLost", "%s gave no sign of life for too long: it was killed, or cannot reach the "
        .formatted(worker) + "registry.");
    return registry.inTransaction(sql -> {
      // a beat between looking and taking keeps the job
      var same = sql.select(JOB_ID)
          .from(JOBS)
          .where(Endings.holds(row.jobId(), row.attempts().made()))
          .and(LEASE_UNTIL.eq(UtcText.of(row.hold().orElseThrow().leaseUntil())));
      var still = Claiming.isPostgres(sql) ? same.forUpdate().fetch() : same.fetch();
      return still.isNotEmpty() && release(sql, row, new Again(now, error));
    });
  }

  private static boolean release(DSLContext sql, JobRow row, Again again) {
    var endings = new Endings(sql, again.at());
    var before = sql.fetchCount(JOB_ATTEMPTS, JOB_ID.eq(row.jobId()).and(STATE.eq("lost")));
    if (row.attempts().limits().maxAttempts() == 1 || (before + 1) % MOST_LOSSES == 0) {
      return endings.fail(row.jobId(), row.attempts().made(), "lost", again.error());
    }
    return endings.again(row.jobId(), row.attempts().made(), "lost", again) && endings.forgive(row.jobId());
  }
}
