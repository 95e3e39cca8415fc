package band.civic.clerk.spi;

import java.time.Duration;
import java.util.Optional;

/// When a completed task is due again of itself.
///
/// @param maxAge how long its result stays fresh; empty when only changed inputs make it due
public record Freshness(Optional<Duration> maxAge) {

  /// Due only when an input changed: every transform and load task, and an extract task that reads only local files.
  public static Freshness whenInputsChange() {
    return new Freshness(Optional.empty());
  }

  /// Due again when its result is older than this many hours.
  public static Freshness hours(int hours) {
    return new Freshness(Optional.of(Duration.ofHours(hours)));
  }
}
