package band.civic.fec.sample;

/// Numbers that follow from a seed, a stream and an index alone (splitmix64), so that any row can be made again.
final class Dice {
  private static final long GAP = 0x9e3779b97f4a7c15L;
  private static final long STREAM = 0x1000193L;

  private long state;

  Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, int stream, long index) {
    return new Dice(mix(seed * 0x9E37L + stream * STREAM + mix(index + stream)));
  }

  static long mix(long value) {
    var x = value + GAP;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  long next() {
    var x = state += GAP;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  /// From 0 to below `bound`.
  int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /// So many times in a million.
  boolean happens(int perMillion) {
    return below(1_000_000) < perMillion;
  }

  String oneOf(String[] words) {
    return words[below(words.length)];
  }
}
