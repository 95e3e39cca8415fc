package band.civic.clerk.core.schedule;

import static band.civic.clerk.core.store.Tables.LAST_FIRED_AT;
import static band.civic.clerk.core.store.Tables.LAST_JOB_ID;
import static band.civic.clerk.core.store.Tables.LAST_WINDOW_AT;
import static band.civic.clerk.core.store.Tables.NAME;
import static band.civic.clerk.core.store.Tables.PAUSED;
import static band.civic.clerk.core.store.Tables.SCHEDULES;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What is remembered of schedules: which planned time was served last, and whether somebody paused them.
public final class ScheduleBook {
  private final Registry registry;

  public ScheduleBook(Registry registry) {
    this.registry = registry;
  }

  /// What is remembered of one schedule.
  ///
  /// @param paused whether it does nothing until it is resumed
  /// @param lastFiredAt when it last did something
  /// @param lastWindowAt the planned time that was served last
  /// @param lastJobId the last job it put into the queue
  public record Memory(boolean paused, Optional<Instant> lastFiredAt, Optional<Instant> lastWindowAt,
      Optional<String> lastJobId) {
    static final Memory NONE = new Memory(false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// All that is remembered, by name.
  public Map<String, Memory> list() {
    return registry.sql().selectFrom(SCHEDULES).fetchMap(row -> row.get(NAME), ScheduleBook::memory);
  }

  /// What is remembered of one.
  Optional<Memory> find(String name) {
    return registry.sql().selectFrom(SCHEDULES).where(NAME.eq(name)).fetchOptional(ScheduleBook::memory);
  }

  /// Begins to remember a schedule; does nothing when it is known.
  ///
  /// @param before the planned time before now: nobody waited for it, so it is not caught up
  void begin(String name, Optional<Instant> before) {
    registry.sql()
        .insertInto(SCHEDULES, NAME, LAST_WINDOW_AT)
        .values(name, text(before))
        .onConflictDoNothing()
        .execute();
  }

  /// Lets one hand-out go after the other, until the end of the caller's transaction: each touches many rows in an order
  /// of its own, and two at once would wait for each other for good.
  void queueUp() {
    registry.sql()
        .update(SCHEDULES)
        .set(PAUSED, PAUSED)
        .where(NAME.eq(DSL.select(DSL.min(NAME)).from(SCHEDULES)))
        .execute();
  }

  /// Takes a planned time. One conditional update, so that of several schedulers one serves it; joins the caller's
  /// transaction.
  ///
  /// @return whether it was not served yet and the schedule is not paused
  boolean takeWindow(String name, Instant window, Instant now) {
    return registry.sql()
        .update(SCHEDULES)
        .set(LAST_WINDOW_AT, UtcText.of(window))
        .set(LAST_FIRED_AT, UtcText.of(now))
        .where(NAME.eq(name)
            .and(PAUSED.eq(0L))
            .and(LAST_WINDOW_AT.isNull().or(LAST_WINDOW_AT.lt(UtcText.of(window)))))
        .execute() == 1;
  }

  /// Writes that a schedule without planned times did something.
  void fired(String name, Instant now) {
    registry.sql().update(SCHEDULES).set(LAST_FIRED_AT, UtcText.of(now)).where(NAME.eq(name)).execute();
  }

  /// Writes which job it put in.
  void enqueued(String name, String jobId) {
    registry.sql().update(SCHEDULES).set(LAST_JOB_ID, jobId).where(NAME.eq(name)).execute();
  }

  /// Lets a schedule do nothing until it is resumed.
  public void pause(String name) {
    registry.inTransaction(sql -> {
      begin(name, Optional.empty());
      return sql.update(SCHEDULES).set(PAUSED, 1L).where(NAME.eq(name)).execute();
    });
  }

  /// Lets it go on. What was planned meanwhile was not wanted and is not caught up.
  ///
  /// @param before the planned time before now
  public void resume(String name, Optional<Instant> before) {
    registry.inTransaction(sql -> {
      begin(name, before);
      return sql.update(SCHEDULES)
          .set(PAUSED, 0L)
          .set(LAST_WINDOW_AT, before.map(UtcText::of).map(at -> (Field<String>) DSL.val(at)).orElse(LAST_WINDOW_AT))
          .where(NAME.eq(name).and(PAUSED.eq(1L)))
          .execute();
    });
  }

  private static Memory memory(Record row) {
    return new Memory(row.get(PAUSED) == 1, instant(row, LAST_FIRED_AT), instant(row, LAST_WINDOW_AT),
        Optional.ofNullable(row.get(LAST_JOB_ID)));
  }

  private static Optional<Instant> instant(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column)).map(Instant::parse);
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(UtcText::of).orElse(null);
  }
}
