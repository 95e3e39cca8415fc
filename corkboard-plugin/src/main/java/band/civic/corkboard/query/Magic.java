package band.civic.corkboard.query;

import band.civic.corkboard.http.Call;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Parameters of stored queries that the server fills in: `:_now_date_utc`, `:_header_user_agent`, …
final class Magic {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Magic() {}

  static Optional<Object> find(String name, Call call) {
    var parts = name.split("_", 3);
    if (parts.length < 3 || !parts[0].isEmpty()) {
      return Optional.empty();
    }
    return switch (parts[1]) {
      case "header" -> Optional.of(call.header(parts[2].replace('_', '-')).orElse(""));
      case "cookie" -> Optional.of(cookie(call, parts[2]));
      case "actor" -> Optional.of("");
      case "now" -> now(parts[2]);
      case "random" -> random(parts[2]);
      default -> Optional.empty();
    };
  }

  private static String cookie(Call call, String name) {
    return call.header("cookie")
        .stream()
        .flatMap(c -> Arrays.stream(c.split(";")))
        .map(String::strip)
        .filter(c -> c.startsWith(name + "="))
        .map(c -> c.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static Optional<Object> now(String what) {
    return switch (what) {
      case "epoch" -> Optional.of(System.currentTimeMillis() / 1000);
      case "date_utc" -> Optional.of(LocalDate.now(ZoneOffset.UTC).toString());
      case "datetime_utc" -> Optional.of(ZonedDateTime.now(ZoneOffset.UTC)
          .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> random(String what) {
    if (!what.matches("chars_\\d{1,4}")) {
      return Optional.empty();
    }
    int length = Integer.parseInt(what.substring("chars_".length()));
    var bytes = new byte[length / 2 + 1];
    RANDOM.nextBytes(bytes);
    return Optional.of(HexFormat.of().formatHex(bytes).substring(0, length));
  }
}
