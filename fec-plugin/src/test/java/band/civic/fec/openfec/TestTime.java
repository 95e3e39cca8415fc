package band.civic.fec.openfec;

import band.civic.clerk.etl.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// A time that passes only when somebody waits, or when a test lets it.
public final class TestTime extends Clock implements Waiting {
  private final AtomicReference<Instant> now;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  public TestTime(String start) {
    now = new AtomicReference<>(Instant.parse(start));
  }

  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  public void pass(Duration duration) {
    now.updateAndGet(at -> at.plus(duration));
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public void pause(Duration duration) {
    pauses.add(duration);
    pass(duration);
  }

  @Override
  public void checkCancelled() {}

  @Override
  public Instant instant() {
    return now.get();
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
