package band.civic.corkboard.http;

import java.math.BigDecimal;

/// Floating point as text, the way Datasette's clients have always read it: the shortest digits that give the same
/// number back, always with a point or an exponent, so that `1.0` never turns into the integer `1`.
public final class Numbers {

  private Numbers() {}

  public static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - exact.scale() - 1;
    var sign = value < 0 ? "-" : "";
    return sign + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(exact.abs()));
  }

  private static String plain(BigDecimal value) {
    var text = value.toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String scientific(String digits, int exponent) {
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    var power = Integer.toString(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" + power : power);
  }
}
