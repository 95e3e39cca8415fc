package band.civic.clerk.core.cli.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants as a person reads them.
final class Times {

  private Times() {}

  /// `3 h ago`, `in 20 min`, or `otherwise` when there is none.
  static String ago(Optional<Instant> at, Instant now, String otherwise) {
    return at.map(instant -> instant.isAfter(now)
        ? "in " + roughly(Duration.between(now, instant))
        : roughly(Duration.between(instant, now)) + " ago").orElse(otherwise);
  }

  /// `45 s`, `20 min`, `36 h`, `4 d`.
  static String roughly(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 72 ? time.toHours() + " h" : time.toDays() + " d";
  }

  /// `2026-11-24T06:00:00Z`.
  static String exact(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
