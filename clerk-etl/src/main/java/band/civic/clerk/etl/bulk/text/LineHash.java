package band.civic.clerk.etl.bulk.text;

/// A fast 64-bit hash of bytes, by folded 128-bit products as in wyhash. Never 0. Its values are kept in databases: it
/// must stay as it is.
final class LineHash {
  private static final long SEED = 0x9e3779b97f4a7c15L;
  private static final long FIRST = 0xa0761d6478bd642fL;
  private static final long SECOND = 0xe7037ed1a0b428dbL;
  private static final long THIRD = 0x8ebc6af09c88c6e3L;
  private static final long FOURTH = 0x589965cc75374cc3L;

  private LineHash() {}

  static long of(byte[] bytes, int from, int to) {
    var hash = SEED ^ (to - from);
    var at = from;
    for (; at + 16 <= to; at += 16) {
      hash = fold(Words.at(bytes, at) ^ FIRST ^ hash, Words.at(bytes, at + 8) ^ SECOND);
    }
    var left = to - at;
    var low = left >= 8 ? Words.at(bytes, at) : tail(bytes, at, to);
    var high = left > 8 ? tail(bytes, at + 8, to) : 0;
    var value = fold(hash ^ low ^ THIRD, high ^ FOURTH ^ hash >>> 31);
    return value == 0 ? 1 : value;
  }

  /// Whether no byte is above 127.
  static boolean isAscii(byte[] bytes, int from, int to) {
    var all = 0L;
    var at = from;
    for (; at + 8 <= to; at += 8) {
      all |= Words.at(bytes, at);
    }
    return ((all | tail(bytes, at, to)) & 0x8080808080808080L) == 0;
  }

  private static long tail(byte[] bytes, int from, int to) {
    var left = to - from;
    return left == 0 ? 0 : Words.at(bytes, from) & (-1L >>> (64 - 8 * left));
  }

  private static long fold(long a, long b) {
    return Math.multiplyHigh(a, b) ^ a * b;
  }
}
