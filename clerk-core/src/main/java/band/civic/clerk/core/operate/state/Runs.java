package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.DOING;
import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.ORDINAL;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.RUN_TASKS;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.TASK;
import static band.civic.clerk.core.store.Tables.UNITS_DONE;
import static band.civic.clerk.core.store.Tables.UNITS_TOTAL;

import band.civic.clerk.core.operate.state.UnderWay.Step;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// What runs are under way and how the latest ended.
public final class Runs {
  private final Registry registry;

  public Runs(Registry registry) {
    this.registry = registry;
  }

  /// Runs that have not ended, the longest first; one whose process died is among them until somebody writes it off.
  public List<RunRow> listRunning() {
    return new RunBook(registry, DuePolicy.daily(() -> 0.5)).listRunning();
  }

  /// Those with what they are doing, the longest first.
  public List<UnderWay> listUnderWay(Instant now) {
    return listRunning().stream().map(run -> underWay(run, now)).toList();
  }

  /// Runs that ended with an error, the latest first.
  public List<RunRow> listFailed(Instant since, int limit) {
    return new RunBook(registry, DuePolicy.daily(() -> 0.5)).listFailed(since, limit);
  }

  private UnderWay underWay(RunRow run, Instant now) {
    var tasks = registry.sql().selectFrom(RUN_TASKS).where(RUN_ID.eq(run.runId())).orderBy(ORDINAL).fetch();
    var steps = tasks.stream().filter(row -> row.get(STATE).equals("running")).map(Runs::step).toList();
    return new UnderWay(run, run.isLive(now), tasks.size() - steps.size(), steps);
  }

  private static Step step(Record row) {
    var started = Optional.ofNullable(row.get(STARTED_AT)).map(Instant::parse).orElse(Instant.EPOCH);
    return new Step(row.get(TASK), started, row.get(DOING), row.get(UNITS_DONE), row.get(UNITS_TOTAL));
  }

  /// How runs ended since then.
  public RunCounts countSince(Instant since) {
    var counts = registry.sql()
        .select(STATE, DSL.count().cast(Long.class))
        .from(RUNS)
        .where(FINISHED_AT.ge(UtcText.of(since)))
        .groupBy(STATE)
        .fetchMap(row -> row.value1(), row -> row.value2());
    return new RunCounts(counts.getOrDefault("succeeded", 0L) + counts.getOrDefault("unchanged", 0L),
        counts.getOrDefault("failed", 0L) + counts.getOrDefault("abandoned", 0L));
  }
}
