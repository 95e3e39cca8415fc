package band.civic.clerk.etl.bulk;

/// How many faulty lines a source may have before it is taken for a wrong or broken one.
///
/// @param rate the tolerated part of all lines, 0 to 1
/// @param grace so many faulty lines are tolerated in any case
public record FaultLimit(double rate, long grace) {

  public FaultLimit {
    if (!(rate >= 0 && rate <= 1) || grace < 0) {
      throw new IllegalArgumentException("No fault limit: " + rate + ", " + grace);
    }
  }

  boolean isExceededBy(long rejected, long lines) {
    return rejected > grace + rate * lines;
  }
}
