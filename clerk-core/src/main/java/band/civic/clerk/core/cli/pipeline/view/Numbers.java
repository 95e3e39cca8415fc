package band.civic.clerk.core.cli.pipeline.view;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Numbers {

  private Numbers() {}

  /// `12,345`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `0.4 s`, `1 min 20 s`, `2 h 5 min`.
  public static String time(Duration duration) {
    if (duration.toMinutes() < 1) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return duration.toHours() < 1
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}
