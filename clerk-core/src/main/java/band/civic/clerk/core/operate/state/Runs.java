package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.STATE;

import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.List;
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
