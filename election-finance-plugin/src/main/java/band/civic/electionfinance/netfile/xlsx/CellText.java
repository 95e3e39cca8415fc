package band.civic.electionfinance.netfile.xlsx;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a stored value reads as text.
final class CellText {
  private static final long LAST_DAY = 2_958_465; // 9999-12-31
  private static final long FIRST_DAY_AFTER_THE_PHANTOM_LEAP_DAY = 60;
  private static final int SECONDS_A_DAY = 86_400;
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /// ISO `yyyy-MM-dd` for a day's number; what is no day stays the number it is.
  static String date(String stored, boolean since1904) {
    try {
      var serial = Double.parseDouble(stored);
      var day = (long) Math.floor(serial) + (since1904 ? 1_462 : 0);
      return day < 1 || day > LAST_DAY ? PlainNumber.of(stored) : day(day).toString();
    } catch (NumberFormatException e) {
      return stored.strip();
    }
  }

  private static LocalDate day(long serial) {
    return LocalDate.of(1899, 12, 30).plusDays(serial < FIRST_DAY_AFTER_THE_PHANTOM_LEAP_DAY ? serial + 1 : serial);
  }

  /// `HH:mm:ss` for a fraction of a day.
  static String time(String stored) {
    try {
      var serial = Double.parseDouble(stored);
      var seconds = Math.round((serial - Math.floor(serial)) * SECONDS_A_DAY) % SECONDS_A_DAY;
      return LocalTime.ofSecondOfDay(seconds).format(DateTimeFormatter.ISO_LOCAL_TIME);
    } catch (NumberFormatException e) {
      return stored.strip();
    }
  }

  /// Text without the escapes for control characters (ECMA-376 22.9.2.19) and without spaces around it.
  static String text(String stored) {
    var plain = stored.contains("_x")
        ? ESCAPE.matcher(stored).replaceAll(m -> escaped(Integer.parseInt(m.group(1), 16)))
        : stored;
    return plain.strip();
  }

  private static String escaped(int code) {
    return Matcher.quoteReplacement(String.valueOf((char) code));
  }
}
