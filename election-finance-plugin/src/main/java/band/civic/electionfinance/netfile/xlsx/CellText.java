package band.civic.electionfinance.netfile.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a stored value reads as text.
final class CellText {
  /// A spreadsheet's numbers are binary; 15 digits are what they hold exactly, the rest is noise.
  private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LONGEST_EXPONENT = 30;
  private static final int MOST_CLEAN_DECIMALS = 4;
  private static final long LAST_DAY = 2_958_465; // 9999-12-31
  private static final long FIRST_DAY_AFTER_THE_PHANTOM_LEAP_DAY = 60;
  private static final int SECONDS_A_DAY = 86_400;
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /// Plain decimal text without trailing zeros: `12.3` for `12.299999999999999`, `1.23E1` and `12.30`.
  static String number(String stored) {
    var clean = isClean(stored);
    if (clean) {
      return withoutTrailingZeros(stored);
    }
    try {
      var number = new BigDecimal(stored.strip()).round(EXACT).stripTrailingZeros();
      return Math.abs(number.scale()) > LONGEST_EXPONENT ? stored : number.toPlainString();
    } catch (NumberFormatException e) {
      return stored.strip();
    }
  }

  private static boolean isClean(String stored) {
    var point = -1;
    for (var i = 0; i < stored.length(); i++) {
      var c = stored.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if ((c < '0' || c > '9') && (c != '-' || i > 0)) {
        return false;
      }
    }
    return point != 0 && (point < 0 || stored.length() - point - 1 <= MOST_CLEAN_DECIMALS);
  }

  private static String withoutTrailingZeros(String stored) {
    if (stored.indexOf('.') < 0) {
      return stored;
    }
    var end = stored.length();
    while (stored.charAt(end - 1) == '0') {
      end--;
    }
    return stored.substring(0, stored.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /// ISO `yyyy-MM-dd` for a day's number; what is no day stays the number it is.
  static String date(String stored, boolean since1904) {
    try {
      var serial = Double.parseDouble(stored);
      var day = (long) Math.floor(serial) + (since1904 ? 1_462 : 0);
      return day < 1 || day > LAST_DAY ? number(stored) : day(day).toString();
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
