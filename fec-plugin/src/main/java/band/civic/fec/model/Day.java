package band.civic.fec.model;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;

/// A day as the FEC writes it, as the number YYYYMMDD. What names no day is no day: it is never moved to another one.
public final class Day {
  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  /// No day.
  public static final int NONE = 0;

  private Day() {}

  /// The day that `MMDDYYYY`, `MDDYYYY` (a leading zero was lost), `MM/DD/YYYY` or `DD-MON-YY` names, or [#NONE].
  public static int parse(byte[] bytes, int from, int to) {
    if (to > from && (bytes[from] == ' ' || bytes[to - 1] == ' ')) {
      return bytes[from] == ' ' ? parse(bytes, from + 1, to) : parse(bytes, from, to - 1);
    }
    return switch (to - from) {
      case 7 -> of(digits(bytes, from, 1), digits(bytes, from + 1, 2), digits(bytes, from + 3, 4));
      case 8 -> of(digits(bytes, from, 2), digits(bytes, from + 2, 2), digits(bytes, from + 4, 4));
      case 10 -> bytes[from + 2] == '/' && bytes[from + 5] == '/'
          ? of(digits(bytes, from, 2), digits(bytes, from + 3, 2), digits(bytes, from + 6, 4))
          : NONE;
      case 9 -> bytes[from + 2] == '-' && bytes[from + 6] == '-'
          ? of(month(bytes, from + 3), digits(bytes, from, 2), 2000 + digits(bytes, from + 7, 2))
          : NONE;
      default -> NONE;
    };
  }

  /// The day of that month, day and year, or [#NONE] when there is none.
  public static int of(int month, int day, int year) {
    var exists = month >= 1 && month <= 12 && day >= 1 && year >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return exists ? year * 10_000 + month * 100 + day : NONE;
  }

  private static int month(byte[] bytes, int from) {
    var at = MONTHS.indexOf(new String(bytes, from, 3, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT));
    return at % 3 == 0 ? at / 3 + 1 : -1;
  }

  private static int digits(byte[] bytes, int from, int count) {
    var value = 0;
    for (var at = from; at < from + count; at++) {
      var digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
