package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ATTEMPTS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.PRIORITY;
import static band.civic.clerk.core.store.Tables.QUEUE;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.TYPE;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.queue.JobClaims.Order;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Claims jobs. Each queue is asked for its first job by itself, because only within one queue does an index give the
/// order; then the queue of the most urgent is taken from, as long as its jobs are as urgent.
///
/// @param registry where the jobs are
/// @param now which are due
/// @param lease how long they are held without a sign
record Claiming(Registry registry, Instant now, Duration lease) {

  List<ClaimedJob> claim(Wish wish) {
    return registry.inTransaction(sql -> {
      var ids = new ArrayList<String>();
      var found = true;
      while (found && ids.size() < wish.count()) {
        var more = next(sql, wish, ids);
        ids.addAll(more);
        found = !more.isEmpty();
      }
      return take(sql, wish.worker(), ids);
    });
  }

  /// The first due job of a queue.
  private record Head(String queue, long priority, String runAfter, String jobId) {
    private static final Comparator<Head> BY_AGE = Comparator.comparing(Head::runAfter).thenComparing(Head::jobId);
    private static final Comparator<Head> BY_PRIORITY = Comparator.comparingLong(Head::priority).thenComparing(BY_AGE);
  }

  private List<String> next(DSLContext sql, Wish wish, List<String> taken) {
    if (wish.queues().size() == 1) {
      // nothing to compare it with
      return lock(sql, wish, new Head(wish.queues().keySet().iterator().next(), Long.MAX_VALUE, "", ""), taken);
    }
    var order = wish.order() == Order.AGE ? Head.BY_AGE : Head.BY_PRIORITY;
    return heads(sql, wish, taken).stream()
        .sorted(order)
        .map(head -> lock(sql, wish, head, taken))
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Head> heads(DSLContext sql, Wish wish, List<String> taken) {
    return wish.queues()
        .keySet()
        .stream()
        .map(queue -> head(queue, wish, taken))
        .reduce(Select::unionAll)
        .map(all -> sql.fetch(all)
            .map(row -> new Head(row.value1(), row.value2(), row.value3(), row.value4())))
        .orElse(List.of());
  }

  private Select<Record4<String, Long, String, String>> head(String queue, Wish wish, List<String> taken) {
    var first = DSL.select(QUEUE, PRIORITY, RUN_AFTER, JOB_ID)
        .from(JOBS)
        .where(due(queue, wish).and(JOB_ID.notIn(taken)))
        .orderBy(order(wish))
        .limit(1);
    return DSL.select(QUEUE, PRIORITY, RUN_AFTER, JOB_ID).from(first.asTable("head"));
  }

  private List<String> lock(DSLContext sql, Wish wish, Head head, List<String> taken) {
    var limit = Math.min(wish.count() - taken.size(), free(sql, wish.queues(), head.queue(), taken));
    if (limit <= 0) {
      return List.of();
    }
    var asUrgent = wish.order() == Order.AGE ? DSL.noCondition() : PRIORITY.le(head.priority());
    var select = sql.select(JOB_ID)
        .from(JOBS)
        .where(due(head.queue(), wish).and(asUrgent).and(JOB_ID.notIn(taken)))
        .orderBy(order(wish))
        .limit(limit);
    return isPostgres(sql) ? select.forUpdate().skipLocked().fetch(JOB_ID) : select.fetch(JOB_ID);
  }

  /// How many more of a queue may run. On PostgreSQL others who ask the same wait until this transaction ends; SQLite
  /// lets one write at a time anyway.
  private static int free(DSLContext sql, Map<String, Integer> limits, String queue, List<String> taken) {
    var limit = Objects.requireNonNull(limits.get(queue));
    if (limit == JobClaims.NO_LIMIT) {
      return limit;
    }
    if (isPostgres(sql)) {
      sql.fetch("SELECT pg_advisory_xact_lock(hashtext({0}))", DSL.val("clerk queue " + queue));
    }
    var running = sql.fetchCount(JOBS, JobRows.is(JobState.RUNNING).and(QUEUE.eq(queue)));
    var mine = taken.isEmpty() ? 0 : sql.fetchCount(JOBS, JOB_ID.in(taken).and(QUEUE.eq(queue)));
    return limit - running - mine;
  }

  private List<ClaimedJob> take(DSLContext sql, String worker, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    sql.update(JOBS)
        .set(STATE, JobState.RUNNING.text())
        .set(ATTEMPT, ATTEMPT.plus(1L))
        .set(WORKER, worker)
        .set(STARTED_AT, UtcText.of(now))
        .set(HEARTBEAT_AT, UtcText.of(now))
        .set(LEASE_UNTIL, UtcText.of(now.plus(lease)))
        .setNull(FINISHED_AT)
        .where(JOB_ID.in(ids).and(JobRows.is(JobState.QUEUED)))
        .execute();
    var jobs = sql.selectFrom(JOBS).where(JOB_ID.in(ids)).fetch(JobRows::job);
    var attempts = sql.batch(sql.insertInto(JOB_ATTEMPTS, JOB_ID, ATTEMPT, WORKER, STATE, STARTED_AT)
        .values("", 0L, "", "", ""));
    for (var job : jobs) {
      attempts = attempts.bind(job.jobId(), job.attempts().made(), worker, "running", UtcText.of(now));
    }
    attempts.execute();
    return jobs.stream()
        .sorted(Comparator.comparingInt(job -> ids.indexOf(job.jobId())))
        .map(ClaimedJob::of)
        .toList();
  }

  private Condition due(String queue, Wish wish) {
    var due = QUEUE.eq(queue).and(JobRows.is(JobState.QUEUED)).and(RUN_AFTER.le(UtcText.of(now)));
    return wish.types().isEmpty() ? due : due.and(TYPE.in(wish.types().stream().sorted().map(DSL::inline).toList()));
  }

  private static List<OrderField<?>> order(Wish wish) {
    return wish.order() == Order.AGE ? List.of(RUN_AFTER, JOB_ID) : List.of(PRIORITY, RUN_AFTER, JOB_ID);
  }

  static boolean isPostgres(DSLContext sql) {
    return sql.family() == SQLDialect.POSTGRES;
  }
}
