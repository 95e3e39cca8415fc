package band.civic.clerk.core.worker;

import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.Map;

/// What a handler is given.
///
/// @param job the job
/// @param watch who looks on, and who may stop it: its cancellation is to be looked at now and then
public record JobContext(ClaimedJob job, Watch watch) {

  /// The job's arguments.
  public Map<String, String> arguments() {
    return job.arguments();
  }

  /// The run it belongs to.
  public String runId() {
    return job.runId();
  }

  /// The site it is for.
  ///
  /// @throws BadConfiguration when it is for none
  public String subdomain() {
    return job.site()
        .map(DatasetKey::subdomain)
        .orElseThrow(() -> new BadConfiguration("Job %s (%s) names no site.".formatted(job.jobId(), job.type())));
  }
}
