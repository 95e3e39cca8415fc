package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.BulkSource;
import band.civic.clerk.spi.Progress;
import java.util.Locale;

/// Tells the progress how many lines a second are read and how long that will still take, once a second. Its units are
/// bytes of the source.
final class Pace {
  private static final long SECOND = 1_000_000_000L;

  private final BulkSource source;
  private final Progress progress;
  private final long started = System.nanoTime();
  private long told = started;
  private long lines;
  private long bytes;

  Pace(BulkSource source, Progress progress) {
    this.source = source;
    this.progress = progress;
    progress.step("reading " + source.name());
    progress.total(source.bytes());
  }

  void advance(long moreLines, long moreBytes) {
    lines += moreLines;
    bytes += moreBytes;
    progress.advance(moreBytes);
    var now = System.nanoTime();
    if (now - told >= SECOND) {
      told = now;
      progress.step(sentence((now - started) / (double) SECOND));
    }
  }

  private String sentence(double seconds) {
    var left = source.bytes() > bytes
        ? String.format(Locale.ROOT, ", %.0f s left", seconds / bytes * (source.bytes() - bytes))
        : "";
    return String.format(Locale.ROOT, "reading %s: %,d lines, %,.0f a second%s", source.name(), lines, lines / seconds,
        left);
  }
}
