package band.civic.clerk.core.worker;

import java.time.Duration;
import java.util.Map;

/// What came of an attempt that did not fail. A failure is thrown.
public sealed interface JobResult {

  /// It did what it was to do.
  ///
  /// @param facts what is remembered of it; flat text
  record Done(Map<String, String> facts) implements JobResult {

    public Done {
      facts = Map.copyOf(facts);
    }
  }

  /// It could not begin now; the attempt does not count.
  ///
  /// @param pause how long until it is tried again
  /// @param reason for the log
  record NotNow(Duration pause, String reason) implements JobResult {}

  /// It did what it was to do, and nothing is to be remembered.
  static JobResult done() {
    return new Done(Map.of());
  }
}
