package band.civic.clerk.core.operate.health;

import band.civic.clerk.spi.HealthCheck.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What was looked at and what was seen.
///
/// @param at UTC
/// @param checks in the order in which they were made
public record HealthReport(Instant at, List<Check> checks) {

  public HealthReport {
    checks = List.copyOf(checks);
  }

  /// One thing that was looked at.
  ///
  /// @param name `queues`
  /// @param state how bad it is
  /// @param message what was seen, and if it is bad what to do
  public record Check(String name, State state, String message) {

    static Check healthy(String name, String message) {
      return new Check(name, State.HEALTHY, message);
    }

    static Check degraded(String name, String message) {
      return new Check(name, State.DEGRADED, message);
    }

    static Check unhealthy(String name, String message) {
      return new Check(name, State.UNHEALTHY, message);
    }
  }

  /// The worst of what was seen.
  public State state() {
    return checks.stream().map(Check::state).max(Comparator.naturalOrder()).orElse(State.HEALTHY);
  }

  /// What does not work.
  public List<String> issues() {
    return messages(State.UNHEALTHY);
  }

  /// What works but should be looked at.
  public List<String> warnings() {
    return messages(State.DEGRADED);
  }

  private List<String> messages(State state) {
    return checks.stream()
        .filter(check -> check.state() == state)
        .map(check -> check.name() + ": " + check.message())
        .toList();
  }
}
