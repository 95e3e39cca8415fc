package band.civic.clerk.core.worker;

import band.civic.clerk.core.site.runs.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A process that works or schedules, as it stands in the registry.
///
/// @param worker its name
/// @param kind what it is
/// @param holder the process
/// @param queues what it takes jobs from
/// @param threads how many jobs at a time
/// @param address where its page and metrics are; empty when it serves none
/// @param startedAt since when
/// @param heartbeatAt its last sign of life
public record WorkerRow(String worker, Kind kind, Holder holder, List<String> queues, int threads,
    Optional<String> address, Instant startedAt, Instant heartbeatAt) {

  public WorkerRow {
    queues = List.copyOf(queues);
  }

  /// What a process is.
  public enum Kind {
    WORKER, SCHEDULER
  }

  /// This process, from now on.
  ///
  /// @param kind what it is
  /// @param queues what it takes jobs from
  /// @param threads how many jobs at a time
  public static WorkerRow ofThisProcess(Kind kind, List<String> queues, int threads, Instant now) {
    var holder = Holder.ofThisProcess();
    // a process may be both
    var name = holder.host() + "-" + holder.pid() + (kind == Kind.SCHEDULER ? "-scheduler" : "");
    return new WorkerRow(name, kind, holder, queues, threads, Optional.empty(), now, now);
  }

  public WorkerRow withAddress(String value) {
    return new WorkerRow(worker, kind, holder, queues, threads, Optional.of(value), startedAt, heartbeatAt);
  }

  /// The same process under another name: several in one process need one each.
  WorkerRow withName(String value) {
    return new WorkerRow(value, kind, holder, queues, threads, address, startedAt, heartbeatAt);
  }
}
