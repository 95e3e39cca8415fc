package band.civic.clerk.core.worker;

import static band.civic.clerk.core.store.Tables.ADDRESS;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.HOST;
import static band.civic.clerk.core.store.Tables.KIND;
import static band.civic.clerk.core.store.Tables.PID;
import static band.civic.clerk.core.store.Tables.PROCESS_STARTED_AT;
import static band.civic.clerk.core.store.Tables.QUEUES;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.THREADS;
import static band.civic.clerk.core.store.Tables.WORKER;
import static band.civic.clerk.core.store.Tables.WORKERS;

import band.civic.clerk.core.site.runs.Holder;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.core.worker.WorkerRow.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;

/// Which processes work and schedule. Each writes its own row.
public final class WorkerBook {
  private final Registry registry;

  public WorkerBook(Registry registry) {
    this.registry = registry;
  }

  /// Writes the row of a process that starts or gives a sign of life; one that was taken for gone is back with it.
  public void beat(WorkerRow row, Instant now) {
    var values = new HashMap<Field<?>, Object>();
    values.put(KIND, row.kind().name().toLowerCase(Locale.ROOT));
    values.put(HOST, row.holder().host());
    values.put(PID, row.holder().pid());
    values.put(PROCESS_STARTED_AT, UtcText.of(row.holder().startedAt()));
    values.put(QUEUES, JsonText.of(row.queues()));
    values.put(THREADS, (long) row.threads());
    values.put(ADDRESS, row.address().orElse(null));
    values.put(STARTED_AT, UtcText.of(row.startedAt()));
    values.put(HEARTBEAT_AT, UtcText.of(now));
    registry.sql()
        .insertInto(WORKERS)
        .set(WORKER, row.worker())
        .set(values)
        .onConflict(WORKER)
        .doUpdate()
        .set(values)
        .execute();
  }

  /// Takes rows away: of a process that ends, or that is gone.
  public void leave(Set<String> workers) {
    registry.sql().deleteFrom(WORKERS).where(WORKER.in(workers)).execute();
  }

  /// All of them, by name.
  public List<WorkerRow> list() {
    return registry.sql().selectFrom(WORKERS).orderBy(WORKER).fetch(WorkerBook::row);
  }

  /// Names of those whose process ran on this machine and surely does not any more.
  public Set<String> listGone() {
    return list().stream().filter(row -> row.holder().isGone()).map(WorkerRow::worker).collect(Collectors.toSet());
  }

  /// Takes away the rows of processes that gave no sign for so long that nobody wants to hear of them.
  public void forget(Instant before) {
    registry.sql().deleteFrom(WORKERS).where(HEARTBEAT_AT.lt(UtcText.of(before))).execute();
  }

  private static WorkerRow row(Record row) {
    var holder = new Holder(row.get(HOST), row.get(PID), Instant.parse(row.get(PROCESS_STARTED_AT)));
    return new WorkerRow(row.get(WORKER), Kind.valueOf(row.get(KIND).toUpperCase(Locale.ROOT)), holder,
        JsonText.toList(row.get(QUEUES)), row.get(THREADS).intValue(), Optional.ofNullable(row.get(ADDRESS)),
        Instant.parse(row.get(STARTED_AT)), Instant.parse(row.get(HEARTBEAT_AT)));
  }
}
