package band.civic.clerk.core.queue;

import java.time.Duration;

/// How long and how often a job is tried.
///
/// @param timeout how long one attempt may take; whole seconds
/// @param maxAttempts how often it is tried before it is a dead letter
public record Limits(Duration timeout, int maxAttempts) {

  public Limits {
    if (timeout.toSeconds() < 1 || maxAttempts < 1) {
      throw new IllegalArgumentException("A job has at least one second and one attempt, not %s and %d".formatted(
          timeout, maxAttempts));
    }
  }
}
