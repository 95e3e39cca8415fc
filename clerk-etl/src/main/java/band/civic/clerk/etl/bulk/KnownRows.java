package band.civic.clerk.etl.bulk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// The rows of the release before, and which of them stand in the new one as they were. For several threads.
final class KnownRows {
  /// What [#find] gives for a key that was not known.
  static final int NONE = KeyIndex.NONE;

  private static final int FAULTY = -1;
  private static final int PART = 1 << 16;

  private final Fingerprints known;
  private final AtomicIntegerArray lines; // of the last line that is as it was; unsigned
  private final AtomicInteger nextPart = new AtomicInteger();
  private final AtomicInteger left;
  private boolean started;
  private volatile boolean indexed;
  private KeyIndex index = new KeyIndex(place -> 0, 0);

  KnownRows(Fingerprints known) {
    this.known = known;
    this.lines = new AtomicIntegerArray(known.size());
    this.left = new AtomicInteger(known.size());
  }

  int size() {
    return known.size();
  }

  /// Finds the place of a key.
  ///
  /// @param guess where it would stand if the new release had the order of the old one
  int find(long key, int guess) {
    if (guess < known.size() && known.key(guess) == key) {
      return guess;
    }
    return guess + 1 < known.size() && known.key(guess + 1) == key ? guess + 1 : find(key);
  }

  int find(long key) {
    if (!indexed) {
      joinIndexing();
    }
    return index.find(key);
  }

  boolean isSame(int place, long hash) {
    return known.hash(place) == hash;
  }

  boolean isRetired(int place) {
    return known.hash(place) == Fingerprints.RETIRED;
  }

  /// Remembers that a line is as it was. False: another one was too.
  boolean see(int place, long line) {
    var seen = (int) line;
    for (var before = 0;;) {
      if (lines.compareAndSet(place, before, seen)) {
        return before == 0 || before == FAULTY;
      }
      before = lines.get(place);
      if (before != FAULTY && Integer.compareUnsigned(before, seen) >= 0) {
        return false;
      }
    }
  }

  /// Remembers that the row is there, although its line cannot be read any more.
  void keep(int place) {
    lines.compareAndSet(place, 0, FAULTY);
  }

  /// The last line that is as it was, or 0.
  long sameLine(int place) {
    var line = lines.get(place);
    return line == FAULTY ? 0 : Integer.toUnsignedLong(line);
  }

  /// Whether nothing was seen of a row.
  boolean isGone(int place) {
    return lines.get(place) == 0 && !isRetired(place);
  }

  /// Every thread that needs the index helps to make it.
  private void joinIndexing() {
    var building = startIndexing();
    for (var from = nextPart.getAndAdd(PART); from < known.size(); from = nextPart.getAndAdd(PART)) {
      var to = Math.min(known.size(), from + PART);
      building.addShared(from, to);
      left.addAndGet(from - to);
    }
    while (left.get() > 0) {
      Thread.onSpinWait(); // for the last parts of other threads, a millisecond
    }
    indexed = true;
  }

  private synchronized KeyIndex startIndexing() {
    if (!started) {
      index = new KeyIndex(known::key, known.size());
      started = true;
    }
    return index;
  }
}
