package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.Site;
import java.util.Map;

/// A run that somebody wants.
///
/// @param work what to run
/// @param site for whom
/// @param selection which tasks
/// @param options the pipeline's options
/// @param how how
public record RunRequest(Work work, Site site, TaskSelection selection, Map<String, String> options, How how) {

  public RunRequest {
    options = Map.copyOf(options);
  }

  /// How a run is done.
  ///
  /// @param command what was typed, `finance etl`; kept with the run
  /// @param parallel how many tasks at a time
  /// @param continueOnFailure whether what depends on a failed task runs on what that one left when it last succeeded
  public record How(String command, int parallel, boolean continueOnFailure) {}

  /// What the run holds.
  public DatasetKey key() {
    return work.key(site.subdomain());
  }
}
