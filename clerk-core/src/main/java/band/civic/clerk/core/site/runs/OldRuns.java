package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.CLAIMED_BY;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.DEPLOYMENTS;
import static band.civic.clerk.core.store.Tables.DISPATCHED_AT;
import static band.civic.clerk.core.store.Tables.EVENTS;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.JOBS;
import static band.civic.clerk.core.store.Tables.PUBLICATIONS;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SITE_DATASETS;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TABLE_VERSIONS;
import static band.civic.clerk.core.store.Tables.TASK_STATES;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Forgets runs of long ago, with their tasks and notices.
///
/// What something still rests on stays however old it is: the last run of a site and data type; the run that last did a
/// task, whose notices are shown; one that published what can be rolled back to, or that deployed something; one of a job
/// that is still there, or of an event that was not handed on.
///
/// @param registry where they are
public record OldRuns(Registry registry) {
  private static final Field<String> ID = Tables.of(RUNS, RUN_ID);

  /// Forgets them.
  ///
  /// @param before those that ended before
  /// @param limit so many at most, the oldest
  /// @return how many
  public int forget(Instant before, int limit) {
    var old = registry.sql()
        .select(ID)
        .from(RUNS)
        .where(FINISHED_AT.lt(UtcText.of(before)).and(isNotTheLast()).and(nothingRestsOnIt()))
        .orderBy(FINISHED_AT)
        .limit(limit)
        .fetch(ID);
    return old.isEmpty()
        ? 0
        : registry.sql().deleteFrom(RUNS).where(RUN_ID.in(old).and(STATE.ne("running"))).execute();
  }

  private static Condition nothingRestsOnIt() {
    return isNoneOf(TASK_STATES, RUN_ID).and(isNoneOf(TABLE_VERSIONS, RUN_ID))
        .and(isNoneOf(PUBLICATIONS, RUN_ID))
        .and(isNoneOf(DEPLOYMENTS, RUN_ID))
        .and(isNoneOf(JOBS, RUN_ID))
        .and(isNoneOf(SITE_DATASETS, CLAIMED_BY))
        .and(DSL.notExists(DSL.selectOne()
            .from(EVENTS)
            .where(Tables.of(EVENTS, RUN_ID).eq(ID).and(DISPATCHED_AT.isNull()))));
  }

  private static Condition isNotTheLast() {
    var later = RUNS.as("later");
    return DSL.exists(DSL.selectOne()
        .from(later)
        .where(same(later, SUBDOMAIN).and(same(later, DATA_TYPE))
            .and(Tables.of(later, STARTED_AT).gt(Tables.of(RUNS, STARTED_AT)))));
  }

  private static Condition same(Table<Record> later, Field<String> column) {
    return Tables.of(later, column).eq(Tables.of(RUNS, column));
  }

  private static Condition isNoneOf(Table<Record> table, Field<String> column) {
    return DSL.notExists(DSL.selectOne().from(table).where(Tables.of(table, column).eq(ID)));
  }
}
