package band.civic.clerk.testkit.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is moved. For several threads.
public class MovableClock extends Clock {
  private final AtomicReference<Instant> now;

  /// @param now an instant, `2026-05-01T12:00:00Z`
  public MovableClock(String now) {
    this.now = new AtomicReference<>(Instant.parse(now));
  }

  public final void move(Duration by) {
    now.updateAndGet(before -> before.plus(by));
  }

  /// Never back.
  public final void moveTo(Instant time) {
    now.updateAndGet(before -> time.isAfter(before) ? time : before);
  }

  @Override
  public final Instant instant() {
    return now.get();
  }

  @Override
  public final ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public final Clock withZone(ZoneId zone) {
    return this;
  }
}
