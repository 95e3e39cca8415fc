package band.civic.clerk.etl.bulk.text;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Where the lines of a text stand, roughly: how many end before a place of it, for a place every 64 KiB. With it a few
/// lines of a large file are found again without reading all of it. For one thread at a time.
public final class LinePlaces {
  static final int STEP = 1 << 16;

  private long[] places = new long[64];
  private long[] lines = new long[64];
  private int count;

  LinePlaces() {}

  /// @param before how many lines end before that place
  void add(long place, long before) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      lines = Arrays.copyOf(lines, count * 2);
    }
    places[count] = place;
    lines[count++] = before;
  }

  /// Reads a line again, without its line feed.
  ///
  /// @param file the text
  /// @param line its number, from 1
  public byte[] read(FileChannel file, long line) throws IOException {
    var step = find(line);
    for (var length = 2 * STEP;; length = Math.multiplyExact(length, 2)) {
      var text = new byte[length + Words.SLACK];
      var filled = fill(file, places[step], ByteBuffer.wrap(text, 0, length));
      var start = skip(text, filled, line - 1 - lines[step]);
      if (start < 0 && filled < length) {
        throw new EOFException("it has no line " + line + " any more");
      }
      var end = start < 0 ? -1 : Words.indexOf(text, start, filled, '\n');
      if (end >= 0 || filled < length) {
        return Arrays.copyOfRange(text, start, end >= 0 ? end : filled);
      }
    }
  }

  private static int fill(FileChannel file, long place, ByteBuffer into) throws IOException {
    while (into.hasRemaining() && file.read(into, place + into.position()) >= 0) {
      // until it is full or the file at its end
    }
    return into.position();
  }

  /// The last place before which the line cannot have started.
  private int find(long line) {
    var from = 0;
    var to = count - 1;
    while (from < to) {
      var middle = (from + to + 1) >>> 1;
      if (lines[middle] < line - 1) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return from;
  }

  /// Where the text goes on behind so many lines, or -1.
  private static int skip(byte[] text, int filled, long count) {
    var at = 0;
    for (var left = count; left > 0; left--) {
      at = Words.indexOf(text, at, filled, '\n') + 1;
      if (at == 0) {
        return -1;
      }
    }
    return at;
  }
}
