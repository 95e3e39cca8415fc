package band.civic.clerk.core.worker;

/// What a worker did.
///
/// @param succeeded attempts that did what they were to do
/// @param failed attempts that failed, whether or not another one follows
/// @param putBack jobs that went back into the queue untried, or that others have now
public record Tally(long succeeded, long failed, long putBack) {
  static final Tally NOTHING = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(succeeded + other.succeeded, failed + other.failed, putBack + other.putBack);
  }
}
