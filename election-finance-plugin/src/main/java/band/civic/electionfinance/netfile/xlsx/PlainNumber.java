package band.civic.electionfinance.netfile.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as spreadsheets and JSON store them, as plain decimal text.
public final class PlainNumber {
  /// Binary fractions hold 15 decimal digits exactly; what follows is noise.
  private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LONGEST_EXPONENT = 30;
  private static final int MOST_CLEAN_DECIMALS = 4;

  private PlainNumber() {}

  /// `12.3` for `12.299999999999999`, `1.23E1` and `12.30`. What is no number, or an absurd one, stays as it is.
  public static String of(String stored) {
    if (isClean(stored)) {
      return withoutTrailingZeros(stored);
    }
    try {
      var number = new BigDecimal(stored.strip()).round(EXACT);
      return Math.abs((long) number.scale()) > LONGEST_EXPONENT ? stored : number.stripTrailingZeros().toPlainString();
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
}
