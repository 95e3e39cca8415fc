package band.civic.clerk.core.queue;

/// What came of the wish for a job.
///
/// @param jobId the job
/// @param runId the run it belongs to
/// @param coalesced whether the same was waiting or running already, so that nothing was put in
public record Enqueued(String jobId, String runId, boolean coalesced) {}
