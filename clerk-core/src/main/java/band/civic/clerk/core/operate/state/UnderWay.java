package band.civic.clerk.core.operate.state;

import band.civic.clerk.core.site.runs.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// A run that has not ended, and what it is doing.
///
/// @param run its row
/// @param isLive whether somebody is still at it; if not, its process died and nobody wrote it off yet
/// @param ended how many of its tasks have ended
/// @param steps the tasks that are running
public record UnderWay(RunRow run, boolean isLive, long ended, List<Step> steps) {

  public UnderWay {
    steps = List.copyOf(steps);
  }

  /// A running task.
  ///
  /// @param task its name
  /// @param startedAt when it began
  /// @param doing in its own words; may be empty
  /// @param done units of work
  /// @param total units in all; 0 when it did not say
  public record Step(String task, Instant startedAt, String doing, long done, long total) {

    /// How much is done, 0 to 100; empty when the task did not say how much there is.
    public OptionalInt percent() {
      return total > 0 ? OptionalInt.of((int) Math.min(100, done * 100 / total)) : OptionalInt.empty();
    }

    /// `clean 12 of 40: 2024`.
    @Override
    public String toString() {
      var count = total > 0 ? " %,d of %,d".formatted(done, total) : done > 0 ? " %,d".formatted(done) : "";
      return task + count + (doing.isEmpty() ? "" : ": " + doing);
    }
  }
}
