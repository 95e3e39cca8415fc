package band.civic.clerk.core.queue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where a job is.
public enum JobState {
  /// For its children to end.
  WAITING,
  /// For a worker, from its `run_after` on.
  QUEUED, RUNNING, SUCCEEDED,
  /// All its attempts are used up, or trying again is useless: a dead letter.
  FAILED,
  /// Somebody stopped it.
  CANCELLED;

  private static final Set<JobState> LIVE = EnumSet.of(WAITING, QUEUED, RUNNING);

  /// As it stands in the table.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state of that text.
  public static JobState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// Whether such a job will still do something.
  public boolean isLive() {
    return LIVE.contains(this);
  }
}
