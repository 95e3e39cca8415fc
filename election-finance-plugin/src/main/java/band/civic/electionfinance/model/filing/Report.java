package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Form;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// One version of one filing, as one filer's name and one source tell of it.
///
/// @param no its number among all reports, from 0
/// @param filer the filer's key
/// @param form which form it is
/// @param period what it covers; late reports cover none
/// @param version which version it is
/// @param sheets the schedules it has rows of, [#SUMMARY] among them
/// @param hasMoney whether any row of it has an amount that is not zero
public record Report(int no, String filer, Form form, Optional<Period> period, Version version, Set<String> sheets,
    boolean hasMoney) {
  /// Stands among the schedules for the summary page.
  public static final String SUMMARY = "Summary";

  /// @param number of the amendment: 0 is the original
  /// @param numberText the same as typed, `000`
  /// @param filedOn when it was filed
  /// @param lateId the number by which a late report and its amendments belong together; empty where there is none
  /// @param filingId the source's own number, growing with time; empty where it gives none
  /// @param amends the number of the filing it amends; empty where the source does not tell
  public record Version(int number, String numberText, Optional<LocalDate> filedOn, String lateId, String filingId,
      String amends) {}

  public boolean hasSummary() {
    return sheets.contains(SUMMARY);
  }
}
