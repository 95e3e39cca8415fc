package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Digits;
import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import java.time.LocalDate;
import java.util.Optional;

/// What a row says of the filing it belongs to.
///
/// @param filer who filed
/// @param form which form
/// @param number of the amendment, as typed
/// @param filedOn when it was filed
/// @param start first day of the period
/// @param end last day of the period
/// @param ids by which numbers it is known
/// @param about what else it says
/// @param identity equal for covers that mean one filing: filer's id, form, period and version, but not a name that
///   changed or an office that one of them leaves out; 32 hex digits
public record Cover(AsFiled filer, Form form, String number, Optional<LocalDate> filedOn, Optional<LocalDate> start,
    Optional<LocalDate> end, Ids ids, About about, String identity) {

  /// @param lateId number of a late report, `""` when there is none
  /// @param filingId the source's number of the filing, `""` when it gives none
  public record Ids(String lateId, String filingId) {}

  /// What does not tell filings apart; `""` for what is not said.
  public record About(String committeeType, String electionDate, String office, String officeText) {}

  public Cover(AsFiled filer, Form form, String number, Optional<LocalDate> filedOn, Optional<LocalDate> start,
      Optional<LocalDate> end, Ids ids, About about) {
    this(filer, form, number, filedOn, start, end, ids, about,
        TxKey.of(Integer.toString(filer.agencyId()), filer.ident(), form.name(), text(start), text(end),
            Integer.toString(number(number)), text(filedOn), ids.lateId(), ids.filingId()));
  }

  /// The amendment's number; 0, the original, when the text is no number. `1` and `001` are one number.
  public static int number(String text) {
    return text.length() <= 6 && Digits.isNumber(text) ? Integer.parseInt(text) : 0;
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
