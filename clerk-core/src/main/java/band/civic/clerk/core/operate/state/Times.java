package band.civic.clerk.core.operate.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants and numbers as a person reads them.
public final class Times {

  private Times() {}

  /// `3 h ago`, `in 20 min`, or `otherwise` when there is none.
  public static String ago(Optional<Instant> at, Instant now, String otherwise) {
    return at.map(instant -> instant.isAfter(now)
        ? "in " + roughly(Duration.between(now, instant))
        : instant.plusSeconds(2).isAfter(now) ? "just now" : roughly(Duration.between(instant, now)) + " ago")
        .orElse(otherwise);
  }

  /// When something is due: `in 20 min`, or `now` when it is, or was never done.
  public static String due(Optional<Instant> at, Instant now) {
    return ago(at.filter(now::isBefore), now, "now");
  }

  /// `45 s`, `20 min`, `36 h`, `4 d`.
  public static String roughly(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 72 ? time.toHours() + " h" : time.toDays() + " d";
  }

  /// `1 job`, `2,000 jobs`.
  public static String count(long number, String what) {
    return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  /// `once`, `2 times in a row`.
  public static String inARow(long times) {
    return times == 1 ? "once" : "%,d times in a row".formatted(times);
  }

  /// `2026-11-24T06:00:00Z`.
  public static String exact(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
