package band.civic.clerk.core.operate.state;

/// How runs ended.
///
/// @param succeeded with something new, or nothing new
/// @param failed with an error, or because their process died
public record RunCounts(long succeeded, long failed) {
  private static final int ENOUGH = 5;

  public long total() {
    return succeeded + failed;
  }

  /// Whether more than so many percent failed; a handful says nothing yet.
  public boolean areAlarming(int percent) {
    return total() >= ENOUGH && failed * 100 > total() * percent;
  }
}
