package band.civic.clerk.dist.simulation;

import band.civic.clerk.etl.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until somebody waits, and then jumps.
final class SimulatedTime extends Clock implements Waiting {
  private final AtomicReference<Instant> now;

  SimulatedTime(String start) {
    now = new AtomicReference<>(Instant.parse(start));
  }

  void moveTo(Instant time) {
    now.updateAndGet(before -> time.isAfter(before) ? time : before);
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public void pause(Duration duration) {
    now.updateAndGet(before -> before.plus(duration));
  }

  @Override
  public void checkCancelled() {
    // nobody cancels
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
