package band.civic.electionfinance.transform.wire;

import java.util.List;

/// What a row turned out to be.
public sealed interface Mapped {

  /// The filing that a row speaks of.
  sealed interface OfFiling extends Mapped {
    Cover cover();

    /// What is wrong with the cover's cells.
    List<Flaw> coverFlaws();
  }

  /// A transaction.
  record Transaction(Cover cover, List<Flaw> coverFlaws, Item item) implements OfFiling {}

  /// A line of the summary page.
  record Summary(Cover cover, List<Flaw> coverFlaws, Item.SummaryLine line, List<Flaw> flaws) implements OfFiling {}

  /// A filing, of which the row says nothing more.
  record CoverOnly(Cover cover, List<Flaw> coverFlaws) implements OfFiling {}

  /// What a list of filings or the information about one says.
  ///
  /// @param isActive whether the list marks the filer as active
  record Listed(ListedFiling filing, boolean isActive) implements Mapped {}

  /// What a list of filers says.
  record Known(KnownFiler filer) implements Mapped {}

  /// Nothing for the database.
  record Nothing() implements Mapped {}
}
