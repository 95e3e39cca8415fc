package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.spi.Site;
import java.util.Map;
import java.util.Optional;

/// A run that somebody wants.
///
/// @param work what to run
/// @param site for whom
/// @param selection which tasks
/// @param options the pipeline's options
/// @param how how
/// @param caller who wants it
public record RunRequest(Work work, Site site, TaskSelection selection, Map<String, String> options, How how,
    Caller caller) {

  public RunRequest {
    options = Map.copyOf(options);
  }

  /// A run that a person wants at the command line.
  public RunRequest(Work work, Site site, TaskSelection selection, Map<String, String> options, How how) {
    this(work, site, selection, options, how, Caller.PERSON);
  }

  /// The same run, wanted by somebody else.
  public RunRequest withCaller(Caller value) {
    return new RunRequest(work, site, selection, options, how, value);
  }

  /// Who wants a run.
  ///
  /// @param startedBy kept with the run: `command line`, `schedule finance-daily`
  /// @param runId the run's id, if it has one already: of a job, whose later attempts are of the same run
  public record Caller(String startedBy, Optional<String> runId) {
    static final Caller PERSON = new Caller("command line", Optional.empty());
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
