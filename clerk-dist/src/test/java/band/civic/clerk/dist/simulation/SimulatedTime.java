package band.civic.clerk.dist.simulation;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.testkit.task.MovableClock;
import java.time.Duration;
import java.time.Instant;

/// A clock that stands until somebody waits, and then jumps.
final class SimulatedTime extends MovableClock implements Waiting {
  SimulatedTime(String start) {
    super(start);
  }

  @Override
  public Instant now() {
    return instant();
  }

  @Override
  public void pause(Duration duration) {
    move(duration);
  }

  @Override
  public void checkCancelled() {
    // nobody cancels
  }
}
