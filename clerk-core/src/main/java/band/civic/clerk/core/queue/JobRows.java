package band.civic.clerk.core.queue;

import static band.civic.clerk.core.store.Tables.ARGUMENTS;
import static band.civic.clerk.core.store.Tables.ATTEMPT;
import static band.civic.clerk.core.store.Tables.ATTEMPTS_BEFORE;
import static band.civic.clerk.core.store.Tables.CREATED_AT;
import static band.civic.clerk.core.store.Tables.CREATED_BY;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ERROR_KIND;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.JOB_ID;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.MAX_ATTEMPTS;
import static band.civic.clerk.core.store.Tables.OPEN_CHILDREN;
import static band.civic.clerk.core.store.Tables.PARENT_ID;
import static band.civic.clerk.core.store.Tables.PRIORITY;
import static band.civic.clerk.core.store.Tables.QUEUE;
import static band.civic.clerk.core.store.Tables.RESULT;
import static band.civic.clerk.core.store.Tables.RUN_AFTER;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TIMEOUT_SECONDS;
import static band.civic.clerk.core.store.Tables.TYPE;
import static band.civic.clerk.core.store.Tables.UNIQUE_KEY;
import static band.civic.clerk.core.store.Tables.WORKER;

import band.civic.clerk.core.queue.JobRow.Attempts;
import band.civic.clerk.core.queue.JobRow.Hold;
import band.civic.clerk.core.queue.JobRow.Origin;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.UtcText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Rows of `jobs` as values, and back.
final class JobRows {
  // states are written into the statement, as the indexes have them: only then does a database use an index that holds
  // some states alone
  static final Condition IS_LIVE = STATE.in(DSL.inline("waiting"), DSL.inline("queued"), DSL.inline("running"));
  static final Condition IS_OPEN = STATE.in(DSL.inline("waiting"), DSL.inline("queued"), DSL.inline("running"),
      DSL.inline("failed"));

  private JobRows() {}

  static Condition is(JobState state) {
    return STATE.eq(DSL.inline(state.text()));
  }

  /// The row that a new job becomes.
  ///
  /// @param id its id
  /// @param runId the run it belongs to
  static Map<Field<?>, Object> values(NewJob job, String id, String runId, Instant now) {
    var row = new HashMap<Field<?>, Object>();
    row.put(JOB_ID, id);
    row.put(TYPE, job.type());
    row.put(QUEUE, job.queue());
    row.put(PRIORITY, job.priority().number());
    row.put(STATE, JobState.QUEUED.text());
    row.put(MAX_ATTEMPTS, (long) job.limits().maxAttempts());
    row.put(TIMEOUT_SECONDS, job.limits().timeout().toSeconds());
    row.put(RUN_AFTER, UtcText.of(job.runAfter().orElse(now)));
    row.put(RUN_ID, runId);
    row.put(ARGUMENTS, JsonText.of(job.arguments()));
    row.put(CREATED_BY, job.createdBy());
    row.put(CREATED_AT, UtcText.of(now));
    job.uniqueKey().ifPresent(key -> row.put(UNIQUE_KEY, key));
    job.site().ifPresent(key -> {
      row.put(SUBDOMAIN, key.subdomain());
      row.put(DATA_TYPE, key.dataType());
    });
    return row;
  }

  static JobRow job(Record row) {
    var limits = new Limits(Duration.ofSeconds(row.get(TIMEOUT_SECONDS)), row.get(MAX_ATTEMPTS).intValue());
    return new JobRow(row.get(JOB_ID), row.get(TYPE), row.get(QUEUE), site(row), Priority.of(row.get(PRIORITY)),
        JobState.of(row.get(STATE)), new Attempts(row.get(ATTEMPT), row.get(ATTEMPTS_BEFORE), limits),
        Instant.parse(row.get(RUN_AFTER)), hold(row), text(row, PARENT_ID), row.get(OPEN_CHILDREN), row.get(RUN_ID),
        JsonText.toMap(row.get(ARGUMENTS)), text(row, RESULT).map(JsonText::toMap).orElse(Map.of()), error(row),
        new Origin(row.get(CREATED_BY), Instant.parse(row.get(CREATED_AT))), instant(row, STARTED_AT),
        instant(row, FINISHED_AT));
  }

  static Optional<Instant> instant(Record row, Field<String> column) {
    return text(row, column).map(Instant::parse);
  }

  static Optional<RunError> error(Record row) {
    return text(row, ERROR_KIND).map(kind -> new RunError(kind, text(row, ERROR_MESSAGE).orElse("")));
  }

  private static Optional<DatasetKey> site(Record row) {
    return text(row, SUBDOMAIN).map(subdomain -> new DatasetKey(subdomain, row.get(DATA_TYPE)));
  }

  private static Optional<Hold> hold(Record row) {
    return text(row, WORKER).map(worker -> new Hold(worker, Instant.parse(row.get(LEASE_UNTIL)),
        Instant.parse(row.get(HEARTBEAT_AT))));
  }

  private static Optional<String> text(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column));
  }
}
