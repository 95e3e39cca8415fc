package band.civic.clerk.core.operate;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.time.Duration;

/// From when on something is worth a person's attention, and until when it is kept.
///
/// @param staleAfter how old the last look at a source may be
/// @param failurePercent how many of a day's runs may fail, 0 to 100
/// @param fallPercent by how much the rows of a site may fall from one load to the next, 0 to 100
/// @param runsKept how long runs stay after they ended
public record OperateSettings(Duration staleAfter, int failurePercent, int fallPercent, Duration runsKept) {
  private static final int STALE_HOURS = 36;
  private static final int FAILURES = 20;
  private static final int FALL = 30;
  private static final int YEAR = 8760;
  private static final int RUN_DAYS = 400;
  private static final int CENTURY = 36_525;

  /// Reads `alert.stale-hours` (36), `alert.failure-percent` (20), `alert.fall-percent` (30) and `runs.keep-days` (400).
  ///
  /// @throws BadConfiguration when one of them is no sensible number
  public static OperateSettings of(Settings settings) {
    return new OperateSettings(Duration.ofHours(number(settings, "alert.stale-hours", STALE_HOURS, YEAR)),
        number(settings, "alert.failure-percent", FAILURES, 100), number(settings, "alert.fall-percent", FALL, 100),
        Duration.ofDays(number(settings, "runs.keep-days", RUN_DAYS, CENTURY)));
  }

  private static int number(Settings settings, String key, int otherwise, int most) {
    var text = settings.find(key).map(String::strip).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
      throw new BadConfiguration("%s is not a number from 1 to %d: %s. Correct it or take it away."
          .formatted(key, most, text));
    }
    return Integer.parseInt(text);
  }
}
