package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import java.util.Map;

/// What was typed, apart from the sites.
///
/// @param pipeline the pipeline
/// @param work the same, as it is run
/// @param selection which tasks
/// @param options the pipeline's options
/// @param how how
record Order(Pipeline pipeline, Work work, TaskSelection selection, Map<String, String> options, How how) {

  RunRequest forSite(Site site) {
    return new RunRequest(work, site, selection, options, how);
  }

  /// For one of several sites that are worked on side by side: there the tasks of each go one after the other.
  RunRequest forOneOfMany(Site site) {
    return new RunRequest(work, site, selection, options, new How(how.command(), 1, how.continueOnFailure()));
  }
}
