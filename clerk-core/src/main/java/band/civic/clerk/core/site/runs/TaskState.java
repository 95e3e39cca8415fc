package band.civic.clerk.core.site.runs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is known of a task from earlier runs.
///
/// @param attempt how its last attempt ended
/// @param runId the run of that attempt
/// @param completedAt when it last succeeded; empty when it never did
/// @param seenVersions versions of the tables it read when it last succeeded
/// @param seenOptions values of its stage's options when it last succeeded
/// @param pluginVersion version of the plugin when it last succeeded
public record TaskState(Attempt attempt, String runId, Optional<Instant> completedAt, Map<String, Long> seenVersions,
    Map<String, String> seenOptions, String pluginVersion) {

  public TaskState {
    seenVersions = Map.copyOf(seenVersions);
    seenOptions = Map.copyOf(seenOptions);
  }

  /// How an attempt ended.
  public enum Attempt {
    /// It is running, or its process died while it was.
    RUNNING, SUCCEEDED, FAILED,
    /// It was cancelled, or its process is gone.
    ABANDONED
  }
}
