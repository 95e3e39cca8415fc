package band.civic.electionfinance.model;

/// Texts that are numbers.
public final class Digits {

  private Digits() {}

  /// Whether the text is digits and nothing else, and at least one.
  public static boolean isNumber(String text) {
    return !text.isEmpty() && isNumber(text, text.length());
  }

  /// Whether its first characters are digits; false when it is shorter than that.
  public static boolean isNumber(String text, int length) {
    if (text.length() < length) {
      return false;
    }
    for (var at = 0; at < length; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
