package band.civic.fec.model;

/// A two-year election cycle, named by its even year.
public final class Cycle {
  private static final int FIRST = 1980;
  private static final int YEARS_AHEAD = 4;

  private Cycle() {}

  /// The cycle that a person wrote.
  ///
  /// @param thisYear the year it is
  /// @throws IllegalArgumentException when there is no such cycle; the message says why
  public static int parse(String text, int thisYear) {
    int year;
    try {
      year = Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("Election cycle must be a year such as %d. Got %s"
          .formatted(of(thisYear), text));
    }
    if (year % 2 != 0) {
      throw new IllegalArgumentException(
          "Election cycle must be an even year (e.g., 2024, 2026). Got %d. Did you mean %d?".formatted(year, year + 1));
    }
    if (year < FIRST) {
      throw new IllegalArgumentException(
          "Election cycle must be %d or later (FEC electronic data starts in %d)".formatted(FIRST, FIRST));
    }
    var last = of(thisYear) + YEARS_AHEAD;
    if (year > last) {
      throw new IllegalArgumentException(
          "Election cycle must be %d or earlier (current cycle + %d years)".formatted(last, YEARS_AHEAD));
    }
    return year;
  }

  /// The cycle that a year belongs to.
  public static int of(int year) {
    return year + year % 2;
  }
}
