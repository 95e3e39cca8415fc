package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.site.runs.RunRow.RunError;
import java.time.Instant;
import java.util.Optional;

/// How a run ended.
///
/// @param state how
/// @param at when
/// @param error why it failed
/// @param exitCode what the process ends with on its account
/// @param reach what it says of the site's data
public record RunEnd(State state, Instant at, Optional<RunError> error, int exitCode, Reach reach) {

  /// How far a run went.
  public enum Reach {
    /// As far as a load: after a success the site is not due for a while.
    LOAD,
    /// Some tasks before it.
    PART,
    /// It was about something else: when the site is due stays as it is.
    NONE
  }

  /// How a run ends by itself.
  public enum State {
    /// Something is different now.
    SUCCEEDED,
    /// It looked and found nothing new.
    UNCHANGED,
    /// A task failed.
    FAILED,
    /// Somebody asked it to stop.
    CANCELLED
  }
}
