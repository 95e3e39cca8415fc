package band.civic.electionfinance.model;

import java.util.Optional;

/// Whether a transaction adds to totals, and if not, why: the one place where the reasons are put in order. What a row
/// *is* (schedule D, a mirror) comes last, so that rows with such a reason are those that stand in every other respect.
public final class Counting {

  private Counting() {}

  /// What is known of a row.
  ///
  /// @param isCurrent it is of the version that counts
  /// @param isContained another report's period contains its own
  /// @param isCovered it is a 24-hour report's, and a periodic report reaches its day
  /// @param isDuplicate the same item stands in a report filed later
  /// @param isStub it has neither date nor amount
  /// @param isMemo the filer marked it as a memo
  /// @param hasAmount its amount could be read
  public record Row(boolean isCurrent, boolean isContained, boolean isCovered, boolean isDuplicate, boolean isStub,
      boolean isMemo, boolean hasAmount) {}

  /// Empty for a row that counts.
  public static Optional<Reason> reason(Schedule schedule, Row row) {
    if (!row.isCurrent()) {
      return Optional.of(Reason.SUPERSEDED);
    } else if (row.isContained()) {
      return Optional.of(Reason.CONTAINED_PERIOD);
    } else if (row.isStub()) {
      return Optional.of(Reason.STUB);
    } else if (row.isCovered()) {
      return Optional.of(Reason.LATE_REPEATED);
    } else if (row.isMemo()) {
      return Optional.of(Reason.MEMO);
    } else if (row.isDuplicate()) {
      return Optional.of(Reason.DUPLICATE);
    } else if (schedule.uncounted().isPresent()) {
      return schedule.uncounted();
    }
    return row.hasAmount() ? Optional.empty() : Optional.of(Reason.NO_AMOUNT);
  }
}
