package band.civic.clerk.core.config.schedules;

import java.time.Duration;
import java.time.ZoneId;

/// When something is to be done.
public sealed interface Timing {

  /// Again and again.
  ///
  /// @param pause from one time to the next
  record Every(Duration pause) implements Timing {}

  /// At planned times.
  ///
  /// @param expression as Quartz reads it: second, minute, hour, day of the month, month, day of the week
  /// @param zone where the clock hangs
  record Cron(String expression, ZoneId zone) implements Timing {}
}
