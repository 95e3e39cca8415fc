package band.civic.electionfinance.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Money as NetFile spells it, in whole cents; never through floating point.
public final class Cents {
  private static final int MOST_WHOLE_DIGITS = 12;
  private static final int LONGEST = 80;
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  private Cents() {}

  /// The cents of `12.3`, `$1,234.50`, `-7`, `(12.00)` or `1.23E1`. What lies beyond the cent is rounded, halves away
  /// from zero, which undoes the noise of a binary fraction: `12.299999999999999` is 1230.
  ///
  /// @return empty for a text that says nothing and for one that is no amount; [Blank#isBlank] tells the two apart
  public static OptionalLong parse(String text) {
    var length = text.length();
    var negative = length > 0 && text.charAt(0) == '-';
    var value = 0L;
    var decimals = -1;
    for (var at = negative ? 1 : 0; at < length; at++) {
      var c = text.charAt(at);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9' && decimals < 2 && at <= MOST_WHOLE_DIGITS) {
        value = value * 10 + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
      } else {
        return parseAny(text);
      }
    }
    if (length - (negative ? 1 : 0) - (decimals < 0 ? 0 : 1) <= 0) {
      return OptionalLong.empty();
    }
    var cents = value * (decimals == 2 ? 1 : decimals == 1 ? 10 : 100);
    return OptionalLong.of(negative ? -cents : cents);
  }

  /// Whatever is not plain digits and at most two decimals.
  private static OptionalLong parseAny(String text) {
    var plain = text.replace("$", "").replace(" ", "");
    if (plain.startsWith("(") && plain.endsWith(")")) {
      plain = "-" + plain.substring(1, plain.length() - 1);
    } else if (plain.endsWith("-")) {
      plain = "-" + plain.substring(0, plain.length() - 1);
    }
    if (plain.indexOf(',') >= 0) {
      if (!THOUSANDS.matcher(plain).matches()) {
        return OptionalLong.empty();
      }
      plain = plain.replace(",", "");
    }
    return plain.isEmpty() || plain.length() > LONGEST ? OptionalLong.empty() : decimal(plain);
  }

  private static OptionalLong decimal(String plain) {
    try {
      var amount = new BigDecimal(plain);
      if (amount.precision() - amount.scale() > MOST_WHOLE_DIGITS || amount.scale() > LONGEST) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
