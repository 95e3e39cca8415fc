package band.civic.clerk.core.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants as the registry stores them: UTC, always with milliseconds (`2026-11-24T06:00:00.000Z`), so that the order
/// of the texts is the order in time.
public final class UtcText {
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
      .withZone(ZoneOffset.UTC);

  private UtcText() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
