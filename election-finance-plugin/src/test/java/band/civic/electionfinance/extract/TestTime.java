package band.civic.electionfinance.extract;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.testkit.task.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A time that passes only when somebody waits.
final class TestTime extends MovableClock {
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  TestTime() {
    super("2020-03-20T06:00:00Z");
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  void forgetPauses() {
    pauses.clear();
  }

  void pass(Duration duration) {
    move(duration);
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
}
