package band.civic.fec.extract.api;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// How long a run may take (`--budget 10m`) and how often it may call (`--calls 500`). A run at its end stops between two
/// pages; the next one goes on there.
final class RunLimits implements Waiting {
  private final Waiting waiting;
  private final Optional<Instant> end;
  private final OptionalInt calls;

  private RunLimits(Waiting waiting, Optional<Instant> end, OptionalInt calls) {
    this.waiting = waiting;
    this.end = end;
    this.calls = calls;
  }

  static RunLimits of(TaskContext context, Waiting waiting) {
    var end = context.option("budget").map(text -> waiting.now().plus(duration(text)));
    var calls = context.option("calls").map(RunLimits::count);
    return new RunLimits(waiting, end, calls.isPresent() ? OptionalInt.of(calls.get()) : OptionalInt.empty());
  }

  /// Looks before a page is asked for.
  void check(int callsSoFar) {
    if (calls.isPresent() && callsSoFar >= calls.getAsInt()) {
      throw new BudgetSpent("its %d calls".formatted(calls.getAsInt()));
    }
    if (end.isPresent() && !waiting.now().isBefore(end.get())) {
      throw new BudgetSpent("its time");
    }
    checkCancelled();
  }

  @Override
  public Instant now() {
    return waiting.now();
  }

  @Override
  public void pause(Duration duration) {
    if (end.isPresent() && waiting.now().plus(duration).isAfter(end.get())) {
      throw new BudgetSpent("its time");
    }
    waiting.pause(duration);
  }

  /// The end of the time is none of this: a call that is on its way would be given up, and be made again later.
  @Override
  public void checkCancelled() {
    waiting.checkCancelled();
  }

  private static int count(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new ClerkException.BadConfiguration("--calls is a number, not \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  private static Duration duration(String text) {
    if (!text.toLowerCase(Locale.ROOT).matches("\\d{1,6}[smh]")) {
      throw new ClerkException.BadConfiguration("--budget is a time such as 30s, 10m or 2h, not \"" + text + "\"");
    }
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
