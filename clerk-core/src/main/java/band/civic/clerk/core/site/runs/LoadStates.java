package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.NEXT_DUE_AT;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.RUN_TASKS;
import static band.civic.clerk.core.store.Tables.SITE_DATASETS;
import static band.civic.clerk.core.store.Tables.STAGE;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static band.civic.clerk.core.store.Tables.TASK;
import static band.civic.clerk.core.store.Tables.TASK_STATES;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.Stage;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Whether what a site has was loaded, and how to have it loaded again though nothing before it changed.
public final class LoadStates {
  private final Registry registry;

  public LoadStates(Registry registry) {
    this.registry = registry;
  }

  /// Whether the load tasks of the last runs stand as done, so that the next run would skip them.
  public boolean isDone(DatasetKey key) {
    return registry.sql().fetchExists(DSL.selectOne().from(TASK_STATES).where(doneLoads(key)));
  }

  /// Has the next run load again, and makes it due.
  ///
  /// @return whether it would have been skipped
  public boolean redo(DatasetKey key) {
    return registry.inTransaction(sql -> {
      var again = sql.update(TASK_STATES).set(STATE, "abandoned").where(doneLoads(key)).execute();
      sql.update(SITE_DATASETS).setNull(NEXT_DUE_AT).where(is(key)).execute();
      return again > 0;
    });
  }

  private static Condition doneLoads(DatasetKey key) {
    var loads = DSL.select(TASK)
        .from(RUN_TASKS)
        .where(STAGE.eq(Stage.LOAD.name()))
        .and(RUN_ID.in(DSL.select(RUN_ID).from(RUNS).where(is(key))));
    return is(key).and(STATE.eq("succeeded")).and(TASK.in(loads));
  }

  private static Condition is(DatasetKey key) {
    return SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType()));
  }
}
