package band.civic.electionfinance.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Dates as NetFile's formats spell them (netfile 3.2): `2017-07-01` (workbook, CSV), with a time and an offset after it
/// (Connect2 JSON; the local date is meant), `07/01/2017` and `7/1/2017` (shown in workbooks, Socrata), `20170701` (CAL).
public final class Days {
  /// What a source writes that has no date: .NET's zero, not a day of the year 1.
  private static final String NO_DATE = "0001-01-01";
  private static final int FIRST_YEAR = 1974;
  private static final int LAST_YEAR = 2100;

  private Days() {}

  /// The day the text means.
  ///
  /// @return empty for a text that says nothing and for one that is no day of the calendar; [Blank#isBlank] tells the two
  ///   apart
  public static Optional<LocalDate> parse(String text) {
    var length = text.length();
    if (length >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-' && endsAt(text, 10)) {
      return text.startsWith(NO_DATE)
          ? Optional.empty()
          : day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }
    if (length == 8 && number(text, 0, 8) >= 0) {
      return day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }
    return slashed(text);
  }

  /// Whether the text is a source's way to say that there is no date.
  public static boolean isBlank(String text) {
    return Blank.isBlank(text) || text.startsWith(NO_DATE);
  }

  /// Whether campaign money can have moved on that day: California's Political Reform Act is of 1974.
  public static boolean isPlausible(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static Optional<LocalDate> slashed(String text) {
    var first = text.indexOf('/');
    var second = text.indexOf('/', first + 1);
    var end = text.indexOf(' ', second + 1);
    end = end < 0 ? text.length() : end;
    if (first < 1 || first > 2 || second < first + 2 || second > first + 3 || end != second + 5) {
      return Optional.empty();
    }
    return day(number(text, second + 1, end), number(text, 0, first), number(text, first + 1, second));
  }

  /// Whether the date may end here: the text does, or a time follows.
  private static boolean endsAt(String text, int at) {
    return text.length() == at || text.charAt(at) == 'T' || text.charAt(at) == ' ';
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    if (year < 1 || month < 1 || day < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The digits between `from` and `to` as a number; -1 when one is none.
  private static int number(String text, int from, int to) {
    var value = 0;
    for (var at = from; at < to; at++) {
      var digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
