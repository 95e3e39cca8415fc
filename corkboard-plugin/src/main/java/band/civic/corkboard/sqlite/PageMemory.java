package band.civic.corkboard.sqlite;

import java.util.concurrent.atomic.AtomicLong;

/// Memory for the page caches of all connections together. A scan that finds its pages in memory takes half the time,
/// so a connection gets as much as its file needs while there is any, and SQLite's usual two megabytes otherwise.
/// SQLite itself keeps no such limit here: its heap limits need memory statistics, which this build is made without.
final class PageMemory {
  /// What a connection always may have, in kilobytes.
  static final int LEAST = 2_000;
  private static final int MOST = 96_000;
  private static final PageMemory SHARED = new PageMemory(300_000);

  private final long all;
  private final AtomicLong given = new AtomicLong();

  /// @param all kilobytes beyond the least that every connection has
  PageMemory(long all) {
    this.all = all;
  }

  /// The memory of this process.
  static PageMemory shared() {
    return SHARED;
  }

  /// Takes memory for a connection to a file of so many bytes; to be given back when it is closed.
  ///
  /// @return kilobytes, [#LEAST] among them
  int take(long bytes) {
    // about half of a file with full-text indexes is the tables that are scanned
    long wanted = Math.min(bytes * 11 / 20_000, MOST) - LEAST;
    if (wanted <= 0) {
      return LEAST;
    }
    if (given.addAndGet(wanted) <= all) {
      return (int) wanted + LEAST;
    }
    given.addAndGet(-wanted);
    return LEAST;
  }

  void giveBack(int kilobytes) {
    given.addAndGet(LEAST - kilobytes);
  }

  /// True when files that were not used for a while should give theirs back.
  boolean isScarce() {
    return given.get() > all * 3 / 4;
  }
}
