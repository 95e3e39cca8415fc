package band.civic.clerk.core.queue;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A job as the registry has it.
///
/// @param jobId its id; ids are in the order in which jobs were made
/// @param type what is to be done
/// @param queue where it waits
/// @param site whom it is for, and what data
/// @param priority what goes first
/// @param state where it is
/// @param attempts its attempts
/// @param runAfter not before
/// @param hold who works on it
/// @param parentId the job that waits for it
/// @param openChildren how many it waits for
/// @param runId the run it belongs to
/// @param arguments for whoever does it
/// @param result what its handler told
/// @param error why its last attempt failed
/// @param origin who wants it and since when
/// @param startedAt when its last attempt began
/// @param finishedAt when it ended
public record JobRow(String jobId, String type, String queue, Optional<DatasetKey> site, Priority priority,
    JobState state, Attempts attempts, Instant runAfter, Optional<Hold> hold, Optional<String> parentId,
    long openChildren, String runId, Map<String, String> arguments, Map<String, String> result,
    Optional<RunError> error, Origin origin, Optional<Instant> startedAt, Optional<Instant> finishedAt) {

  /// How often a job was and may be tried.
  ///
  /// @param made the number of the last attempt; 0 when there was none
  /// @param ofEarlierRounds how many of these were before somebody had it tried again
  /// @param limits how long and how often
  public record Attempts(long made, long ofEarlierRounds, Limits limits) {

    /// Whether a failure is the end.
    boolean areUsedUp() {
      return made - ofEarlierRounds >= limits.maxAttempts();
    }
  }

  /// A worker's hold on a job.
  ///
  /// @param worker its name
  /// @param leaseUntil until when it counts as at work without a sign
  /// @param heartbeatAt its last sign
  public record Hold(String worker, Instant leaseUntil, Instant heartbeatAt) {}

  /// Where a job comes from.
  ///
  /// @param createdBy who wants it
  /// @param createdAt since when
  public record Origin(String createdBy, Instant createdAt) {}
}
