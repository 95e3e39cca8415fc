package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import java.time.LocalDate;
import java.util.Optional;

/// A filing as a list of filings has it; paper filings stand nowhere else. `""` and empty for what the list does not say.
///
/// @param filer who filed
/// @param form which form
/// @param formText the form as the source calls it
/// @param rowsId the id by which rows name the filing
/// @param filingId the id to show: the number the agency gave it
/// @param number of the amendment
/// @param amends id of the filing it amends
/// @param dates when it was filed and what it covers
/// @param pdfUrl where its image is
public record ListedFiling(AsFiled filer, Form form, String formText, String rowsId, String filingId, String number,
    String amends, Dates dates, String pdfUrl) {

  public record Dates(Optional<LocalDate> filedOn, Optional<LocalDate> start, Optional<LocalDate> end) {}
}
