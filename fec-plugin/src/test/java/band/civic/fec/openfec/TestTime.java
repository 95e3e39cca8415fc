package band.civic.fec.openfec;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.testkit.task.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A time that passes only when somebody waits, or when a test lets it.
public final class TestTime extends MovableClock implements Waiting {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  public TestTime(String start) {
    super(start);
  }

  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  public void pass(Duration duration) {
    move(duration);
  }

  @Override
  public Instant now() {
    return instant();
  }

  @Override
  public void pause(Duration duration) {
    pauses.add(duration);
    pass(duration);
  }

  @Override
  public void checkCancelled() {}
}
