package band.civic.clerk.etl.bulk.text;

import java.time.YearMonth;

/// Reads numbers, amounts and dates straight from the bytes of a field.
final class FieldValues {
  private static final int MOST_DIGITS = 18; // nineteen digits may be too many for a long

  private FieldValues() {}

  static long number(byte[] bytes, int from, int to) {
    var negative = from < to && bytes[from] == '-';
    var at = negative ? from + 1 : from;
    if (at == to) {
      return RowView.NONE;
    }
    if (to - at > MOST_DIGITS) {
      return longNumber(bytes, from, to);
    }
    var value = 0L;
    for (; at < to; at++) {
      var digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return RowView.NONE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  static long cents(byte[] bytes, int from, int to) {
    var negative = from < to && bytes[from] == '-';
    var value = 0L;
    var digits = 0;
    var decimals = -1; // no point yet
    for (var at = negative ? from + 1 : from; at < to; at++) {
      var digit = bytes[at] - '0';
      if (bytes[at] == '.' && decimals < 0) {
        decimals = 0;
      } else if (digit < 0 || digit > 9 || decimals == 2 || ++digits > MOST_DIGITS - 2) {
        return RowView.NONE;
      } else {
        value = value * 10 + digit;
        decimals = decimals < 0 ? -1 : decimals + 1;
      }
    }
    if (digits == 0 || decimals == 0) {
      return RowView.NONE;
    }
    var cents = decimals == 2 ? value : value * (decimals == 1 ? 10 : 100);
    return negative ? -cents : cents;
  }

  static long date(byte[] bytes, int from, int to) {
    var slashes = to - from == 10 && bytes[from + 2] == '/' && bytes[from + 5] == '/';
    if (to - from != 8 && !slashes) {
      return RowView.NONE;
    }
    var gap = slashes ? 1 : 0;
    var month = digits(bytes, from, 2);
    var day = digits(bytes, from + 2 + gap, 2);
    var year = digits(bytes, to - 4, 4);
    var known = month >= 1 && month <= 12 && day >= 1 && year >= 0
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return known ? year * 10_000L + month * 100L + day : RowView.NONE;
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

  /// Nineteen digits and more, with care for what a long cannot hold.
  private static long longNumber(byte[] bytes, int from, int to) {
    var value = 0L;
    var negative = bytes[from] == '-';
    for (var at = negative ? from + 1 : from; at < to; at++) {
      var digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return RowView.NONE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }
}
