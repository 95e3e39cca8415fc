package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.ATTEMPTS_BEFORE;
import static band.civic.clerk.core.store.Tables.ERROR_KIND;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.JOB_ATTEMPTS;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.OPEN_CHILDREN;
import static band.civic.clerk.core.store.Tables.PARENT_ID;
import static band.civic.clerk.core.store.Tables.RESULT;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// How jobs and attempts end, and what that means for the job that waits for them. Within the caller's transaction.
///
/// @param sql the transaction
/// @param now when it happens
record Endings(DSLContext sql, Instant now) {

  /// Whoever holds a job: this attempt, while it runs. An attempt that was written off meanwhile is not it any more.
  static Condition holds(String jobId, long attempt) {
    return JOB_ID.eq(jobId).and(JobRows.is(JobState.RUNNING)).and(ATTEMPT.eq(attempt));
  }

  /// Ends jobs that did what they were to do: two statements for all of them, sent together.
  ///
  /// @return those that their worker still held
  List<ClaimedJob> succeed(Map<ClaimedJob, Map<String, String>> results) {
    var jobs = List.copyOf(results.keySet());
    var end = sql.batch(sql.update(JOBS)
        .set(STATE, DSL.inline(JobState.SUCCEEDED.text()))
        .set(FINISHED_AT, UtcText.of(now))
        .set(RESULT, "")
        .set(ERROR_KIND, DSL.inline((String) null))
        .set(ERROR_MESSAGE, DSL.inline((String) null))
        .where(holds("", 0)));
    for (var each : results.entrySet()) {
      var job = each.getKey();
      end = end.bind(UtcText.of(now), JsonText.of(each.getValue()), job.jobId(), job.attempt());
    }
    var counts = end.execute();
    var held = IntStream.range(0, jobs.size()).filter(i -> counts[i] == 1).mapToObj(jobs::get).toList();
    closeAttempts(held);
    held.forEach(job -> job.parentId().ifPresent(parent -> tell(JOB_ID.eq(parent))));
    return held;
  }

  private void closeAttempts(List<ClaimedJob> succeeded) {
    var close = sql.batch(sql.update(JOB_ATTEMPTS)
        .set(STATE, DSL.inline("succeeded"))
        .set(FINISHED_AT, "")
        .where(JOB_ID.eq("").and(ATTEMPT.eq(0L))));
    for (var job : succeeded) {
      close = close.bind(UtcText.of(now), job.jobId(), job.attempt());
    }
    if (!succeeded.isEmpty()) {
      close.execute();
    }
  }

  /// The end of a job's last attempt.
  boolean fail(String jobId, long attempt, String how, RunError error) {
    var ended = sql.update(JOBS)
        .set(STATE, JobState.FAILED.text())
        .set(FINISHED_AT, UtcText.of(now))
        .set(ERROR_KIND, error.kind())
        .set(ERROR_MESSAGE, error.message())
        .where(holds(jobId, attempt))
        .execute() == 1;
    if (ended) {
      closeAttempt(jobId, attempt, how, Optional.of(error));
      tellParent(jobId);
    }
    return ended;
  }

  /// Another attempt follows.
  boolean again(String jobId, long attempt, String how, Again again) {
    var ended = sql.update(JOBS)
        .set(STATE, JobState.QUEUED.text())
        .set(RUN_AFTER, UtcText.of(again.at()))
        .setNull(WORKER)
        .setNull(LEASE_UNTIL)
        .setNull(HEARTBEAT_AT)
        .set(ERROR_KIND, again.error().kind())
        .set(ERROR_MESSAGE, again.error().message())
        .where(holds(jobId, attempt))
        .execute() == 1;
    if (ended) {
      closeAttempt(jobId, attempt, how, Optional.of(again.error()));
    }
    return ended;
  }

  /// Lets the last attempt not count.
  boolean forgive(String jobId) {
    return sql.update(JOBS).set(ATTEMPTS_BEFORE, ATTEMPTS_BEFORE.plus(1L)).where(JOB_ID.eq(jobId)).execute() == 1;
  }

  /// When the next attempt may begin, and why there is one.
  record Again(Instant at, RunError error) {}

  /// Ends jobs that somebody stopped, whatever they were doing.
  ///
  /// @return how many
  int cancel(Condition which) {
    var ids = sql.update(JOBS)
        .set(STATE, JobState.CANCELLED.text())
        .set(FINISHED_AT, UtcText.of(now))
        .where(which.and(JobRows.IS_LIVE))
        .returningResult(JOB_ID)
        .fetch(JOB_ID);
    sql.update(JOB_ATTEMPTS)
        .set(STATE, "cancelled")
        .set(FINISHED_AT, UtcText.of(now))
        .where(JOB_ID.in(ids).and(STATE.eq("running")))
        .execute();
    ids.forEach(this::tellParent);
    return ids.size();
  }

  private void closeAttempt(String jobId, long attempt, String how, Optional<RunError> error) {
    sql.update(JOB_ATTEMPTS)
        .set(STATE, how)
        .set(FINISHED_AT, UtcText.of(now))
        .set(ERROR_KIND, error.map(RunError::kind).orElse(null))
        .set(ERROR_MESSAGE, error.map(RunError::message).orElse(null))
        .where(JOB_ID.eq(jobId).and(ATTEMPT.eq(attempt)))
        .execute();
  }

  private void tellParent(String child) {
    tell(JOB_ID.eq(DSL.select(PARENT_ID).from(JOBS.as("child")).where(JOB_ID.eq(child))));
  }

  /// One child less: the last one puts its parent into the queue. Two that end at once wait for each other here, because
  /// both change the parent's row.
  private void tell(Condition parent) {
    sql.update(JOBS)
        .set(OPEN_CHILDREN, OPEN_CHILDREN.minus(1L))
        .set(STATE, DSL.when(OPEN_CHILDREN.le(1L), JobState.QUEUED.text()).otherwise(JobState.WAITING.text()))
        .where(parent.and(JobRows.is(JobState.WAITING)))
        .execute();
  }
}
