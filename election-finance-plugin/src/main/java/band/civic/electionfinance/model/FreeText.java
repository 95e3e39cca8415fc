package band.civic.electionfinance.model;

import java.util.regex.Pattern;

/// Text that filers typed. E-mail addresses and phone numbers have no place in what we publish.
public final class FreeText {
  /// What stands in place of what was taken out.
  public static final String REMOVED = "[removed]";

  private FreeText() {}

  /// The text without e-mail addresses and phone numbers; the same object when there were none.
  public static String mask(String text) {
    return mayHoldContact(text) ? Contact.remove(text) : text;
  }

  /// The same for what should be an id: a bare number stays, since ids of ten digits look like telephone numbers.
  public static String maskId(String text) {
    return Digits.isNumber(text) ? text : mask(text);
  }

  /// A cheap look before the patterns are tried: an at sign, or as many digits as a phone number has.
  private static boolean mayHoldContact(String text) {
    var digits = 0;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '@') {
        return true;
      }
      if (c >= '0' && c <= '9' && ++digits == 7) {
        return true;
      }
    }
    return false;
  }

  /// The patterns, made when the first text needs them.
  private static final class Contact {
    private static final Pattern EMAIL = Pattern.compile("[\\w.%+-]+@[\\w-]+(\\.[\\w-]+)+");
    /// `(510) 555-0100`, `510-555-0100`, `+1 510.555.0100`, `5105550100`, and seven digits after a word that says so.
    private static final Pattern PHONE = Pattern
        .compile("""
                 (?x) (?<! [\\w$.-] )
                 (?: (?: \\+?1[-.\\s]? )? (?: \\(\\d{3}\\)\\s? | \\d{3}[-.\\s] ) \\d{3}[-.\\s]\\d{4}
                   | (?: \\+?1 )? [2-9]\\d{2}[2-9]\\d{6}
                   | (?<= (?i:tel|phone|cell|fax|call) [:.\\s]{0,3} ) \\d{3}[-.\\s]?\\d{4} )
                 (?! [\\w-] )""");

    private Contact() {}

    static String remove(String text) {
      var masked = PHONE.matcher(EMAIL.matcher(text).replaceAll(REMOVED)).replaceAll(REMOVED);
      return masked.equals(text) ? text : masked;
    }
  }
}
