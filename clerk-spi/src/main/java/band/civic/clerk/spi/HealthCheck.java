package band.civic.clerk.spi;

/// Something that `clerk health` and `/health` look at, besides what the host looks at itself.
public interface HealthCheck {

  /// One or two lower-case words joined by `-`, unique among all plugins: `netfile-reachable`.
  String name();

  /// Looks, within a few seconds. What is thrown counts as [State#UNHEALTHY].
  Result check();

  /// What it saw.
  ///
  /// @param state how bad it is
  /// @param message what is so, and if it is not healthy what to do; one sentence or two
  record Result(State state, String message) {}

  /// How bad it is.
  enum State {
    /// As it should be.
    HEALTHY,
    /// Works, but somebody should look.
    DEGRADED,
    /// Does not work.
    UNHEALTHY
  }
}
