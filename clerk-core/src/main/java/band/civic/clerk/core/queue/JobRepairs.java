package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.OPEN_CHILDREN;
import static band.civic.clerk.core.store.Tables.PARENT_ID;
import static band.civic.clerk.core.store.Tables.STATE;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.core.store.UtcText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What only goes wrong when rows were lost or changed by hand, and jobs that no worker is there to take back.
public final class JobRepairs {
  private static final String CHILD = "child";

  private final Registry registry;
  private final Clock clock;

  public JobRepairs(Registry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /// Running jobs whose worker gave no sign for too long.
  public List<JobRow> listLost() {
    return registry.sql()
        .selectFrom(JOBS)
        .where(JobRows.is(JobState.RUNNING).and(LEASE_UNTIL.lt(UtcText.of(clock.instant()))))
        .orderBy(JOB_ID)
        .fetch(JobRows::job);
  }

  /// Takes such a job away from its worker.
  public boolean releaseLost(String jobId) {
    // the lease and the backoff are for jobs that are claimed or fail; a lost one is due at once
    return new JobClaims(registry, clock, Duration.ofSeconds(60), Backoff.usual()).releaseLost().contains(jobId)
        || registry.sql()
            .fetchExists(DSL.selectOne().from(JOBS).where(JOB_ID.eq(jobId).and(STATE.ne("running"))));
  }

  /// Waiting jobs that count other children than there are.
  public List<JobRow> listMiscounted() {
    return registry.sql()
        .selectFrom(JOBS)
        .where(JobRows.is(JobState.WAITING).and(OPEN_CHILDREN.ne(openChildren())))
        .orderBy(JOB_ID)
        .fetch(JobRows::job);
  }

  /// Counts the children of a waiting job again; without any, it is queued.
  ///
  /// @return whether the count was wrong
  public boolean recount(String jobId) {
    return registry.inTransaction(sql -> {
      var recounted = sql.update(JOBS)
          .set(OPEN_CHILDREN, openChildren())
          .where(JOB_ID.eq(jobId).and(JobRows.is(JobState.WAITING)).and(OPEN_CHILDREN.ne(openChildren())))
          .execute();
      sql.update(JOBS)
          .set(STATE, JobState.QUEUED.text())
          .where(JOB_ID.eq(jobId).and(JobRows.is(JobState.WAITING)).and(OPEN_CHILDREN.eq(0L)))
          .execute();
      return recounted == 1;
    });
  }

  private static Field<Long> openChildren() {
    var child = JOBS.as(CHILD);
    return DSL.field(DSL.select(DSL.count().cast(Long.class))
        .from(child)
        .where(Tables.of(child, PARENT_ID)
            .eq(Tables.of(JOBS, JOB_ID))
            .and(Tables.of(child, STATE).in(DSL.inline("waiting"), DSL.inline("queued"), DSL.inline("running")))));
  }
}
