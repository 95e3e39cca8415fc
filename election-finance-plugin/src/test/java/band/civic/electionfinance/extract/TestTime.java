package band.civic.electionfinance.extract;

import band.civic.clerk.etl.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// A time that passes only when somebody waits.
final class TestTime extends Clock {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-03-20T06:00:00Z"));
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  void forgetPauses() {
    pauses.clear();
  }

  void pass(Duration duration) {
    now.updateAndGet(at -> at.plus(duration));
  }

  Waiting with(Runnable checkCancelled) {
    return new Waiting() {
      @Override
      public Instant now() {
        return instant();
      }

      @Override
      public void pause(Duration duration) {
        checkCancelled();
        pauses.add(duration);
        pass(duration);
      }

      @Override
      public void checkCancelled() {
        checkCancelled.run();
      }
    };
  }

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
