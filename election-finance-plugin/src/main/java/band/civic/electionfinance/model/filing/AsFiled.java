package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Digits;
import band.civic.electionfinance.model.FreeText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a filer is named on a filing (netfile 3.5 item 8). Different texts may mean one filer; [FilerKeys] finds out.
/// E-mail addresses and telephone numbers in them are taken out.
///
/// @param agencyId where it filed
/// @param id the state's id as typed: `1392842`, but also `Pending`, `#1220653`, `99-1330` or nothing
/// @param localId the agency's own id, `COAK-1538`; empty where the source does not tell
/// @param name as filed
public record AsFiled(int agencyId, String id, String localId, String name) {
  private static final Pattern DECORATION = Pattern.compile("(?i)^(FPPC|ID|NO\\.?|#|:|\\s)+|[\\s-]");
  private static final Pattern LOCAL_ID = Pattern.compile("[A-Z]{2,}-\\d+");

  public AsFiled {
    id = FreeText.maskId(id);
    localId = FreeText.maskId(localId);
    name = FreeText.mask(name);
    if (localId.isEmpty() && LOCAL_ID.matcher(id).matches()) {
      localId = id;
    }
  }

  /// The id by which the state knows the committee: six or seven digits, whatever was typed around them. One digit over
  /// and over, `9999999`, was typed for want of an id.
  public Optional<String> fppcId() {
    if (Digits.isNumber(id)) {
      return proper(id);
    }
    return id.isEmpty() ? Optional.empty() : proper(DECORATION.matcher(id).replaceAll(""));
  }

  /// What the filer is known by here: its id, else the agency's id, else its plain name. Says nothing of other filings.
  public String ident() {
    return fppcId().orElseGet(() -> localId.isEmpty() ? "name:" + plainName() : localId);
  }

  /// Whether nothing says who filed.
  public boolean isUnknown() {
    return fppcId().isEmpty() && localId.isEmpty() && plainName().isEmpty();
  }

  /// The name by which two spellings of one name are the same: letters and digits in lower case, words joined by `-`.
  public String plainName() {
    var plain = new StringBuilder(name.length());
    for (var c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      } else if (c != '\'' && c != '’' && !plain.isEmpty() && plain.charAt(plain.length() - 1) != '-') {
        plain.append('-');
      }
    }
    var last = plain.length() - 1;
    return last >= 0 && plain.charAt(last) == '-' ? plain.substring(0, last) : plain.toString();
  }

  private static Optional<String> proper(String digits) {
    var start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    var number = digits.substring(start);
    return number.length() >= 6 && number.length() <= 7 && Digits.isNumber(number)
        && number.chars().distinct().count() > 1
            ? Optional.of(number)
            : Optional.empty();
  }
}
