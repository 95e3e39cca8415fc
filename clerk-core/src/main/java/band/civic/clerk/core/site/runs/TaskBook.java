package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.DOING;
import static band.civic.clerk.core.store.Tables.UNITS_DONE;
import static band.civic.clerk.core.store.Tables.UNITS_TOTAL;
import static band.civic.clerk.core.store.Tables.CHANGED_AT;
import static band.civic.clerk.core.store.Tables.COMPLETED_AT;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ERROR_KIND;
import static band.civic.clerk.core.store.Tables.ERROR_MESSAGE;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.ORDINAL;
import static band.civic.clerk.core.store.Tables.PLUGIN_VERSION;
import static band.civic.clerk.core.store.Tables.REASON;
import static band.civic.clerk.core.store.Tables.ROWS_CHANGED;
import static band.civic.clerk.core.store.Tables.ROWS_READ;
import static band.civic.clerk.core.store.Tables.ROWS_REJECTED;
import static band.civic.clerk.core.store.Tables.ROWS_RETIRED;
import static band.civic.clerk.core.store.Tables.ROWS_UNCHANGED;
import static band.civic.clerk.core.store.Tables.ROWS_WRITTEN;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.RUN_TASKS;
import static band.civic.clerk.core.store.Tables.SEEN_OPTIONS;
import static band.civic.clerk.core.store.Tables.SEEN_VERSIONS;
import static band.civic.clerk.core.store.Tables.STAGE;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TABLE_NAME;
import static band.civic.clerk.core.store.Tables.TABLE_VERSIONS;
import static band.civic.clerk.core.store.Tables.TASK;
import static band.civic.clerk.core.store.Tables.TASK_STATES;
import static band.civic.clerk.core.store.Tables.VERSION;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.ClerkException.Cancelled;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// Writes what tasks do. Everything about one event is one transaction: the state of a task is what SQL says it is.
public final class TaskBook {
  private final Registry registry;
  private final Publications publications;
  private final NoticeBook notices;

  public TaskBook(Registry registry) {
    this.registry = registry;
    this.publications = new Publications(registry);
    this.notices = new NoticeBook(registry);
  }

  /// A task begins.
  ///
  /// @throws Cancelled when the run was written off: another one holds the site now
  public void started(HeldRun run, TaskRow task) {
    registry.inTransaction(sql -> {
      requireHeld(sql, run);
      write(sql, run.id(), task);
      return sql.insertInto(TASK_STATES)
          .set(SUBDOMAIN, run.key().subdomain())
          .set(DATA_TYPE, run.key().dataType())
          .set(TASK, task.task())
          .set(STATE, "running")
          .set(RUN_ID, run.id())
          .set(PLUGIN_VERSION, "")
          .onConflict(SUBDOMAIN, DATA_TYPE, TASK)
          .doUpdate()
          .set(STATE, "running")
          .set(RUN_ID, run.id())
          .execute();
    });
  }

  /// How far a running task is.
  ///
  /// @param doing in its own words
  /// @param done units of work
  /// @param total units in all; 0 when it did not say
  public record TaskStep(String task, String doing, long done, long total) {}

  /// A running task came on.
  public void progressed(HeldRun run, TaskStep step) {
    registry.sql()
        .update(RUN_TASKS)
        .set(DOING, step.doing())
        .set(UNITS_DONE, step.done())
        .set(UNITS_TOTAL, step.total())
        .where(RUN_ID.eq(run.id()).and(TASK.eq(step.task())).and(STATE.eq("running")))
        .execute();
  }

  /// A task ran to its end and left something.
  public void succeeded(HeldRun run, TaskRow task, Completion completion) {
    var now = task.finishedAt().orElseThrow();
    registry.inTransaction(sql -> {
      requireHeld(sql, run);
      write(sql, run.id(), task);
      completion.changed().forEach(table -> raise(sql, run.key(), table, new Stamp(run.id(), now)));
      sql.update(TASK_STATES)
          .set(STATE, "succeeded")
          .set(COMPLETED_AT, UtcText.of(now))
          .set(SEEN_VERSIONS, JsonText.of(text(versions(sql, run.key(), completion.seen()))))
          .set(SEEN_OPTIONS, JsonText.of(completion.options()))
          .set(PLUGIN_VERSION, completion.pluginVersion())
          .where(is(run.key()).and(TASK.eq(task.task())))
          .execute();
      notices.replace(run.id(), task.task(), task.report().notices());
      completion.publication().ifPresent(publication -> publications.published(run.id(), run.key(), publication, now));
      return task;
    });
  }

  /// A task left its work for another run: what earlier runs left of it stays as it was.
  ///
  /// @param before what that is
  public void leftUndone(HeldRun run, TaskRow task, Optional<TaskState> before) {
    var own = is(run.key()).and(TASK.eq(task.task()));
    registry.inTransaction(sql -> {
      requireHeld(sql, run);
      write(sql, run.id(), task);
      notices.replace(run.id(), task.task(), task.report().notices());
      return before.isEmpty()
          ? sql.deleteFrom(TASK_STATES).where(own).execute()
          : sql.update(TASK_STATES)
              .set(STATE, before.get().attempt().name().toLowerCase(Locale.ROOT))
              .set(RUN_ID, before.get().runId())
              .where(own)
              .execute();
    });
  }

  /// A task that was running ended without success.
  public void stopped(HeldRun run, TaskRow task) {
    registry.inTransaction(sql -> {
      requireHeld(sql, run);
      write(sql, run.id(), task);
      return sql.update(TASK_STATES)
          .set(STATE, task.state().equals("failed") ? "failed" : "abandoned")
          .where(is(run.key()).and(TASK.eq(task.task())).and(RUN_ID.eq(run.id())))
          .execute();
    });
  }

  /// A task did not start.
  public void left(HeldRun run, TaskRow task) {
    registry.inTransaction(sql -> {
      requireHeld(sql, run);
      return write(sql, run.id(), task);
    });
  }

  /// The tasks of a run, in the order of its plan.
  public List<TaskRow> list(String runId) {
    return registry.sql().selectFrom(RUN_TASKS).where(RUN_ID.eq(runId)).orderBy(ORDINAL).fetch(RunRows::task);
  }

  /// What earlier runs left of each task.
  public Map<String, TaskState> states(DatasetKey key) {
    return registry.sql()
        .selectFrom(TASK_STATES)
        .where(is(key))
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.get(TASK), TaskBook::state));
  }

  /// The current version of each table.
  public Map<String, Long> versions(DatasetKey key) {
    return registry.sql().selectFrom(TABLE_VERSIONS).where(is(key)).fetchMap(TABLE_NAME, VERSION);
  }

  private static void requireHeld(DSLContext sql, HeldRun run) {
    // an update, not a read: it holds the row until the commit, so nobody writes the run off in between
    if (sql.update(RUNS).set(STATE, "running").where(RunBook.isHeld(run)).execute() == 0) {
      throw new Cancelled(
          "Run %s was written off because it gave no sign for too long, and another run may be at work; "
              .formatted(run.id()) + "it stops without writing anything more.");
    }
  }

  private static int write(DSLContext sql, String runId, TaskRow task) {
    var row = values(task);
    return sql.insertInto(RUN_TASKS)
        .set(RUN_ID, runId)
        .set(TASK, task.task())
        .set(row)
        .onConflict(RUN_ID, TASK)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static Map<Field<?>, Object> values(TaskRow task) {
    var row = new HashMap<Field<?>, Object>();
    row.put(STAGE, task.stage());
    row.put(ORDINAL, (long) task.ordinal());
    row.put(STATE, task.state());
    row.put(REASON, task.reason());
    row.put(ROWS_READ, task.report().read());
    row.put(ROWS_WRITTEN, task.report().written());
    row.put(ROWS_CHANGED, task.report().changed());
    row.put(ROWS_UNCHANGED, task.report().unchanged());
    row.put(ROWS_RETIRED, task.report().retired());
    row.put(ROWS_REJECTED, task.report().rejected());
    task.startedAt().ifPresent(at -> row.put(STARTED_AT, UtcText.of(at)));
    task.finishedAt().ifPresent(at -> row.put(FINISHED_AT, UtcText.of(at)));
    task.error().map(RunError::kind).ifPresent(kind -> row.put(ERROR_KIND, kind));
    task.error().map(RunError::message).ifPresent(message -> row.put(ERROR_MESSAGE, message));
    return row;
  }

  private static void raise(DSLContext sql, DatasetKey key, String table, Stamp stamp) {
    sql.insertInto(TABLE_VERSIONS)
        .set(SUBDOMAIN, key.subdomain())
        .set(DATA_TYPE, key.dataType())
        .set(TABLE_NAME, table)
        .set(VERSION, 1L)
        .set(RUN_ID, stamp.runId())
        .set(CHANGED_AT, UtcText.of(stamp.at()))
        .onConflict(SUBDOMAIN, DATA_TYPE, TABLE_NAME)
        .doUpdate()
        .set(VERSION, Tables.of(TABLE_VERSIONS, VERSION).plus(1L))
        .set(RUN_ID, stamp.runId())
        .set(CHANGED_AT, UtcText.of(stamp.at()))
        .execute();
  }

  private static Map<String, Long> versions(DSLContext sql, DatasetKey key, Set<String> tables) {
    return sql.selectFrom(TABLE_VERSIONS)
        .where(is(key).and(TABLE_NAME.in(tables)))
        .fetchMap(TABLE_NAME, VERSION);
  }

  private static Map<String, String> text(Map<String, Long> versions) {
    return versions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }

  private static TaskState state(Record row) {
    var versions = JsonText.toMap(row.get(SEEN_VERSIONS)).entrySet();
    return new TaskState(Attempt.valueOf(row.get(STATE).toUpperCase(Locale.ROOT)), row.get(RUN_ID),
        RunRows.instant(row, COMPLETED_AT),
        versions.stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Long.valueOf(e.getValue()))),
        JsonText.toMap(row.get(SEEN_OPTIONS)), row.get(PLUGIN_VERSION));
  }

  private static Condition is(DatasetKey key) {
    return SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType()));
  }

  private record Stamp(String runId, Instant at) {}
}
