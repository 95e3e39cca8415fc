package band.civic.fec.model;

/// The number that a row is known by. The FEC's number of a row (`sub_id`) is one; an id such as `C00401224` is read as a
/// number to the base 36.
public final class RowKey {
  /// No key.
  public static final long NONE = Long.MIN_VALUE;

  private static final int LONGEST_ID = 12;

  private RowKey() {}

  /// The key of an id of letters and digits, or [#NONE].
  public static long ofId(byte[] bytes, int from, int to) {
    if (to == from || to - from > LONGEST_ID) {
      return NONE;
    }
    var value = 0L;
    for (var at = from; at < to; at++) {
      var digit = Character.digit(bytes[at], 36);
      if (digit < 0) {
        return NONE;
      }
      value = value * 36 + digit;
    }
    return value;
  }

  /// The day on which the FEC loaded the row, which stands in the number itself: a digit, MMDDYYYY, ten digits; or
  /// [Day#NONE].
  public static int loadDay(long subId) {
    var middle = subId / 10_000_000_000L % 100_000_000L;
    return Day.of((int) (middle / 1_000_000), (int) (middle / 10_000 % 100), (int) (middle % 10_000));
  }
}
