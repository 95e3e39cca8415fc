package band.civic.clerk.core.queue;

import band.civic.clerk.core.site.DatasetKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A job that a worker holds.
///
/// @param jobId its id
/// @param attempt the number of this attempt, from 1 on; with the id the proof that the worker still holds it
/// @param type what is to be done
/// @param queue where it came from
/// @param site whom it is for, and what data
/// @param parentId the job that waits for it
/// @param runId the run it belongs to
/// @param arguments for whoever does it
/// @param createdBy who wants it
/// @param timeout how long this attempt may take
/// @param lastAttempt whether a failure is the end
public record ClaimedJob(String jobId, long attempt, String type, String queue, Optional<DatasetKey> site,
    Optional<String> parentId, String runId, Map<String, String> arguments, String createdBy, Duration timeout,
    boolean lastAttempt) {

  static ClaimedJob of(JobRow row) {
    return new ClaimedJob(row.jobId(), row.attempts().made(), row.type(), row.queue(), row.site(), row.parentId(),
        row.runId(),
        row.arguments(), row.origin().createdBy(), row.attempts().limits().timeout(), row.attempts().areUsedUp());
  }
}
