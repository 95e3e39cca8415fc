package band.civic.corkboard.sqlite;

/// What one statement may cost.
///
/// @param rows most rows that are returned; one more is looked for, to know whether there are more
/// @param millis after so long it is stopped
public record Limits(int rows, long millis) {

  public Limits within(long otherMillis) {
    return new Limits(rows, Math.min(millis, otherMillis));
  }

  public Limits withRows(int otherRows) {
    return new Limits(otherRows, millis);
  }
}
