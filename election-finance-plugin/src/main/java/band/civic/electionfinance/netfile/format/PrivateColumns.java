package band.civic.electionfinance.netfile.format;

import java.util.regex.Pattern;

/// The columns that hold street lines, telephone numbers, e-mail addresses or places on a map. NetFile blanks most of
/// them; where it does not, they stop at the reader. City, state and postal code are no private columns.
public final class PrivateColumns {
  private static final Pattern PRIVATE = Pattern.compile("(?i).*(?:adr[12]|phon|fax|e_?mail|street).*"
      + "|.*(?:adr|address|addressList|line[12]|officers|latitude|longitude)");

  private PrivateColumns() {}

  /// Whether the column holds what must never be kept, in any of the spellings of the formats: `Tran_Adr1`, `tranAdr1`,
  /// `Tres_Phon`, `File_Email`.
  public static boolean contains(String column) {
    return PRIVATE.matcher(column).matches();
  }
}
