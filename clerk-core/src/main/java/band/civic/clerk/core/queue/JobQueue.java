package band.civic.clerk.core.queue;

import band.civic.clerk.core.store.SortedId;
import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.ATTEMPTS_BEFORE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.OPEN_CHILDREN;
import static band.civic.clerk.core.store.Tables.PARENT_ID;
import static band.civic.clerk.core.store.Tables.PRIORITY;
import static band.civic.clerk.core.store.Tables.QUEUE;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.UNIQUE_KEY;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunIds;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

/// The queue as everybody but a worker sees it: put jobs in, try failed ones again, take jobs out. All of it joins the
/// caller's transaction.
public final class JobQueue {
  private final Registry registry;
  private final Clock clock;

  public JobQueue(Registry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /// Puts a job in. When one with its unique key lives, that one is the answer; if it is still waiting for a worker, it
  /// takes over the higher priority and the earlier time.
  public Enqueued enqueue(NewJob job) {
    return registry.inTransaction(sql -> {
      var put = put(sql, job, Map.of());
      // the other one may end between the two statements
      return put.isPresent() ? put.get() : coalesce(sql, job).or(() -> put(sql, job, Map.of())).orElseThrow();
    });
  }

  /// Puts in jobs and one more that is queued when all of these have ended, however they ended; without any, at once.
  /// A child that stands for the same site and data is of the same run.
  ///
  /// The children have no unique key: each is counted, so each must be there.
  public FanIn enqueueAll(List<NewJob> children, NewJob after) {
    return registry.inTransaction(sql -> {
      var state = children.isEmpty() ? JobState.QUEUED : JobState.WAITING;
      var parent = put(sql, after.withoutUniqueKey(),
          Map.of(STATE, state.text(), OPEN_CHILDREN, (long) children.size())).orElseThrow();
      var put = new ArrayList<Enqueued>();
      for (var child : children) {
        var own = child.site().equals(after.site()) ? child.withRunId(parent.runId()) : child;
        put.add(put(sql, own.withoutUniqueKey(), Map.of(PARENT_ID, parent.jobId())).orElseThrow());
      }
      return new FanIn(parent, put);
    });
  }

  /// Several jobs and the one that waits for them.
  public record FanIn(Enqueued after, List<Enqueued> children) {}

  /// Has a job that failed or was cancelled tried again, as often as at first.
  ///
  /// @throws BadConfiguration when there is no such job, it lives, or another one like it does
  public void retry(String jobId) {
    try {
      var again = registry.inTransaction(sql -> retry(sql, JOB_ID.eq(jobId)));
      if (again.isEmpty()) {
        throw new BadConfiguration("Job %s is %s; only one that failed or was cancelled can be tried again."
            .formatted(jobId, state(jobId)));
      }
    } catch (IntegrityConstraintViolationException e) {
      throw new BadConfiguration("Job %s is not tried again: another job for the same is in the queue already. "
          .formatted(jobId) + "`clerk jobs drop %s` removes this one.".formatted(jobId), e);
    }
  }

  /// Stops a job: one that waits is not begun, one that runs is stopped by its worker at its next sign of life.
  ///
  /// @throws BadConfiguration when there is no such job, or it has ended
  public void cancel(String jobId) {
    if (cancel(JOB_ID.eq(jobId)) == 0) {
      throw new BadConfiguration("Job %s is %s already; there is nothing to cancel.".formatted(jobId, state(jobId)));
    }
  }

  /// Takes a job that has ended out of the table, with its attempts.
  ///
  /// @throws BadConfiguration when there is no such job, or it lives
  public void drop(String jobId) {
    if (registry.sql().deleteFrom(JOBS).where(JOB_ID.eq(jobId).and(DSL.not(JobRows.IS_LIVE))).execute() == 0) {
      throw new BadConfiguration("Job %s is %s. `clerk jobs cancel %s` stops it first.".formatted(jobId,
          state(jobId), jobId));
    }
  }

  /// Stops and takes away all jobs of a site, in every queue.
  ///
  /// @return how many lived and how many had ended
  public Purged purgeSite(String subdomain) {
    return purge(SUBDOMAIN.eq(subdomain));
  }

  /// Stops and takes away all jobs of a queue that live or failed.
  ///
  /// @return how many lived and how many had failed
  public Purged purgeQueue(String queue) {
    return purge(QUEUE.eq(queue).and(JobRows.IS_OPEN.or(JobRows.is(JobState.CANCELLED))));
  }

  /// What was taken away.
  ///
  /// @param live jobs that waited or ran
  /// @param ended jobs that had ended
  public record Purged(int live, int ended) {}

  private Purged purge(Condition which) {
    return registry.inTransaction(sql -> {
      var live = new Endings(sql, clock.instant()).cancel(which);
      return new Purged(live, sql.deleteFrom(JOBS).where(which).execute() - live);
    });
  }

  private int cancel(Condition which) {
    return registry.inTransaction(sql -> new Endings(sql, clock.instant()).cancel(which));
  }

  private List<String> retry(DSLContext sql, Condition which) {
    var again = sql.update(JOBS)
        .set(STATE, JobState.QUEUED.text())
        .set(RUN_AFTER, UtcText.of(clock.instant()))
        .set(ATTEMPTS_BEFORE, ATTEMPT)
        .setNull(FINISHED_AT)
        .setNull(WORKER)
        .setNull(LEASE_UNTIL)
        .setNull(HEARTBEAT_AT)
        .where(which.and(JobRows.is(JobState.FAILED).or(JobRows.is(JobState.CANCELLED))))
        .returningResult(JOB_ID)
        .fetch(JOB_ID);
    // its parent, if it still waits, waits for it again
    sql.update(JOBS)
        .set(OPEN_CHILDREN, OPEN_CHILDREN.plus(1L))
        .where(JobRows.is(JobState.WAITING))
        .and(JOB_ID.in(DSL.select(PARENT_ID).from(JOBS.as("child")).where(JOB_ID.in(again))))
        .execute();
    return again;
  }

  private Optional<Enqueued> put(DSLContext sql, NewJob job, Map<? extends Field<?>, ?> also) {
    var now = clock.instant();
    var id = SortedId.next(now);
    var runId = job.runId().orElseGet(() -> newRunId(job, now));
    var inserted = sql.insertInto(JOBS)
        .set(JobRows.values(job, id, runId, now))
        .set(also)
        .onConflictDoNothing()
        .execute();
    return inserted == 0 ? Optional.empty() : Optional.of(new Enqueued(id, runId, false));
  }

  private Optional<Enqueued> coalesce(DSLContext sql, NewJob job) {
    var same = UNIQUE_KEY.eq(job.uniqueKey().orElseThrow()).and(JobRows.IS_LIVE);
    var runAfter = UtcText.of(job.runAfter().orElseGet(clock::instant));
    sql.update(JOBS)
        .set(PRIORITY, DSL.when(PRIORITY.gt(job.priority().number()), job.priority().number()).otherwise(PRIORITY))
        .set(RUN_AFTER, DSL.when(RUN_AFTER.gt(runAfter), runAfter).otherwise(RUN_AFTER))
        .where(same.and(JobRows.is(JobState.QUEUED)))
        .execute();
    return sql.select(JOB_ID, RUN_ID).from(JOBS).where(same).fetchOptional(JobQueue::coalesced);
  }

  private static Enqueued coalesced(Record row) {
    return new Enqueued(row.get(JOB_ID), row.get(RUN_ID), true);
  }

  private static String newRunId(NewJob job, Instant now) {
    return RunIds.of(job.site().map(DatasetKey::subdomain).orElse(job.type()), now, RandomGenerator.getDefault());
  }

  private String state(String jobId) {
    return registry.sql()
        .select(STATE)
        .from(JOBS)
        .where(JOB_ID.eq(jobId))
        .fetchOptional(STATE)
        .orElseThrow(() -> new BadConfiguration("There is no job %s. `clerk jobs list` shows the jobs."
            .formatted(jobId)));
  }
}
