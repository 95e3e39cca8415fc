package band.civic.fec.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The time it is for the FEC's data: the real one, or the one that `FEC_NOW` names.
public final class FecClock {

  private FecClock() {}

  /// The instant that was named, `2026-05-01` or `2026-05-01T12:00:00Z`, else the real one.
  ///
  /// @throws IllegalArgumentException when it cannot be read
  public static Instant now(Optional<String> named, Instant real) {
    return named.map(FecClock::parse).orElse(real);
  }

  /// The year of that instant.
  public static int year(Instant now) {
    return now.atZone(ZoneOffset.UTC).getYear();
  }

  private static Instant parse(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "FEC_NOW is \"" + text + "\"; write a day such as 2026-05-01 or an instant such as 2026-05-01T12:00:00Z", e);
    }
  }
}
