package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.ADDRESS;
import static band.civic.clerk.core.store.Tables.HEARTBEAT_AT;
import static band.civic.clerk.core.store.Tables.HOST;
import static band.civic.clerk.core.store.Tables.KIND;
import static band.civic.clerk.core.store.Tables.PID;
import static band.civic.clerk.core.store.Tables.QUEUES;
import static band.civic.clerk.core.store.Tables.STARTED_AT;
import static band.civic.clerk.core.store.Tables.THREADS;
import static band.civic.clerk.core.store.Tables.WORKER;
import static band.civic.clerk.core.store.Tables.WORKERS;

import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// Which processes work on the queues and the schedule.
public final class Workers {
  private final Registry registry;

  public Workers(Registry registry) {
    this.registry = registry;
  }

  /// Those that gave a sign lately, schedulers after workers.
  public List<WorkerState> listAlive(Instant now) {
    return registry.sql()
        .selectFrom(WORKERS)
        .orderBy(KIND.desc(), STARTED_AT, WORKER)
        .fetch(Workers::worker)
        .stream()
        .filter(worker -> worker.isAlive(now))
        .toList();
  }

  private static WorkerState worker(Record row) {
    return new WorkerState(row.get(WORKER), row.get(KIND), row.get(HOST), row.get(PID),
        JsonText.toList(row.get(QUEUES)), row.get(THREADS), Optional.ofNullable(row.get(ADDRESS)),
        Instant.parse(row.get(STARTED_AT)), Instant.parse(row.get(HEARTBEAT_AT)));
  }
}
