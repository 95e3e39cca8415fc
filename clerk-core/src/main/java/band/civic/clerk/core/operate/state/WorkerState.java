package band.civic.clerk.core.operate.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A worker or scheduler process.
///
/// @param worker its name
/// @param kind `worker` or `scheduler`
/// @param host the machine
/// @param pid process id on it
/// @param queues what it drains; none for a scheduler
/// @param threads how many jobs it takes at a time
/// @param address where its page is
/// @param startedAt when it began
/// @param heartbeatAt its last sign of life
public record WorkerState(String worker, String kind, String host, long pid, List<String> queues, long threads,
    Optional<String> address, Instant startedAt, Instant heartbeatAt) {
  /// How long a process counts as alive without a sign.
  public static final Duration SILENCE = Duration.ofSeconds(90);

  public WorkerState {
    queues = List.copyOf(queues);
  }

  public boolean isWorker() {
    return kind.equals("worker");
  }

  /// Whether it gave a sign lately.
  public boolean isAlive(Instant now) {
    return heartbeatAt.plus(SILENCE).isAfter(now);
  }
}
