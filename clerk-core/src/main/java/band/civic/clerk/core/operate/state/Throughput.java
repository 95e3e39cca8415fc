package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.FINISHED_AT;
import static band.civic.clerk.core.store.Tables.ROWS_READ;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.RUN_TASKS;
import static band.civic.clerk.core.store.Tables.STAGE;
import static band.civic.clerk.core.store.Tables.STATE;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.Tables;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What was done on each of the last days.
public final class Throughput {
  private static final int DATE_LENGTH = 10;

  private final Registry registry;

  public Throughput(Registry registry) {
    this.registry = registry;
  }

  /// One day (UTC).
  ///
  /// @param date the day
  /// @param loaded runs that brought something new
  /// @param unchanged runs that found nothing new
  /// @param failed runs that failed, or whose process died
  /// @param rows rows that were read and cleaned
  public record Day(LocalDate date, long loaded, long unchanged, long failed, long rows) {}

  /// The last days, the oldest first, today included.
  public List<Day> list(Instant now, int days) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var first = today.minusDays(days - 1L);
    var since = UtcText.of(first.atStartOfDay().toInstant(ZoneOffset.UTC));
    var runs = runs(since);
    var rows = rows(since);
    return first.datesUntil(today.plusDays(1))
        .map(date -> {
          var of = runs.getOrDefault(date.toString(), Map.of());
          return new Day(date, of.getOrDefault("succeeded", 0L), of.getOrDefault("unchanged", 0L),
              of.getOrDefault("failed", 0L) + of.getOrDefault("abandoned", 0L),
              rows.getOrDefault(date.toString(), 0L));
        })
        .toList();
  }

  private Map<String, Map<String, Long>> runs(String since) {
    var day = day(FINISHED_AT);
    var counts = new HashMap<String, Map<String, Long>>();
    registry.sql()
        .select(day, STATE, DSL.count())
        .from(RUNS)
        .where(FINISHED_AT.ge(since))
        .groupBy(day, STATE)
        .forEach(row -> counts.computeIfAbsent(row.value1(), _ -> new HashMap<>())
            .put(row.value2(), row.value3().longValue()));
    return counts;
  }

  private Map<String, Long> rows(String since) {
    var ended = Tables.of(RUNS, FINISHED_AT);
    var day = day(ended);
    return registry.sql()
        .select(day, DSL.sum(ROWS_READ).cast(Long.class))
        .from(RUNS)
        .join(RUN_TASKS)
        .on(Tables.of(RUNS, RUN_ID).eq(Tables.of(RUN_TASKS, RUN_ID)))
        .where(ended.ge(since).and(STAGE.eq(Stage.TRANSFORM.name())))
        .groupBy(day)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private static Field<String> day(Field<String> instant) {
    return DSL.substring(instant, DSL.inline(1), DSL.inline(DATE_LENGTH));
  }
}
