package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.spi.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a run.
///
/// @param runId its id; of a refused run the id of the one that was in the way
/// @param key what it was for
/// @param state how it ended
/// @param tasks in the order of the plan
/// @param published what is published now
/// @param failure what went wrong
/// @param exitCode what the process ends with on its account
/// @param abandoned the dead run that held the site before
/// @param listenerNotices listeners that failed
public record RunOutcome(String runId, DatasetKey key, State state, List<TaskResult> tasks,
    Optional<Publication> published, Optional<Throwable> failure, int exitCode, Optional<RunRow> abandoned,
    List<Notice> listenerNotices) {

  public RunOutcome {
    tasks = List.copyOf(tasks);
    listenerNotices = List.copyOf(listenerNotices);
  }

  /// How a run ended.
  public enum State {
    /// Something is different now.
    SUCCEEDED,
    /// It looked and found nothing new.
    UNCHANGED,
    /// A task failed.
    FAILED,
    /// Somebody asked it to stop.
    CANCELLED,
    /// It did not begin: another run is at it.
    REFUSED
  }

  /// What went wrong, as it is stored and shown.
  public Optional<RunError> error() {
    return failure.map(ExitCodes::error);
  }

  /// All notices of this run.
  public List<Notice> notices() {
    return Stream.concat(tasks.stream().flatMap(task -> task.report().notices().stream()), listenerNotices.stream())
        .toList();
  }
}
