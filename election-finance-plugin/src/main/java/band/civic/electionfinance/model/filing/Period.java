package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Days;
import java.time.LocalDate;

/// The days a report covers, both ends included.
public record Period(LocalDate start, LocalDate end) {
  /// A small committee may settle years in one report; a mistyped year is mostly off by ten or a hundred.
  private static final int LONGEST_YEARS = 5;

  /// Whether `other` lies inside and is shorter.
  public boolean strictlyContains(Period other) {
    return !equals(other) && !start.isAfter(other.start) && !end.isBefore(other.end);
  }

  /// Whether there is a day in both.
  public boolean overlaps(Period other) {
    return !start.isAfter(other.end) && !end.isBefore(other.start);
  }

  /// Whether a rule may rely on it: a mistyped year would swallow every other report of the filer.
  public boolean isPlausible() {
    return Days.isPlausible(start) && Days.isPlausible(end) && !end.isBefore(start)
        && !end.isAfter(start.plusYears(LONGEST_YEARS));
  }

  public long days() {
    return end.toEpochDay() - start.toEpochDay() + 1;
  }
}
