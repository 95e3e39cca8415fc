package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.site.DatasetKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// A run as the registry has it.
///
/// @param runId its id
/// @param key what it was for
/// @param command what was typed
/// @param state `running`, `succeeded`, `unchanged`, `failed`, `cancelled`, `abandoned`
/// @param holder the process it ran in
/// @param leaseUntil until when it counts as alive without a sign
/// @param startedAt when it began
/// @param finishedAt when it ended
/// @param error why it failed
/// @param exitCode what the process ended with on its account
public record RunRow(String runId, DatasetKey key, String command, String state, Holder holder, Instant leaseUntil,
    Instant startedAt, Optional<Instant> finishedAt, Optional<RunError> error, OptionalInt exitCode) {

  /// Why a run or a task failed.
  ///
  /// @param kind the kind of failure, `SourceUnavailable`; for a bug the exception's name
  /// @param message for people
  public record RunError(String kind, String message) {}

  /// Whether somebody is still at it: it is not over, its process may be there and its lease has not passed.
  public boolean isLive(Instant now) {
    return state.equals("running") && !holder.isGone() && leaseUntil.isAfter(now);
  }
}
