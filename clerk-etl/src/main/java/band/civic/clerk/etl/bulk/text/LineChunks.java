package band.civic.clerk.etl.bulk.text;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a text into chunks of whole lines and counts these, for several threads: each takes the next chunk when it has
/// done with its last. Reading and counting cost far less than what is done with a line.
public final class LineChunks implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 26;

  private final BulkSource source;
  private final InputStream in;
  private final int capacity;
  private byte[] rest = new byte[0];
  private boolean ended;
  private int chunks;
  private long lines;
  private long bytes;
  private final LinePlaces places = new LinePlaces();

  private LineChunks(BulkSource source, InputStream in, int capacity) {
    this.source = source;
    this.in = in;
    this.capacity = capacity;
  }

  /// @param capacity how many bytes a chunk has, unless a line is longer
  public static LineChunks open(BulkSource source, int capacity) {
    try {
      return new LineChunks(source, source.open(), capacity);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /// An empty chunk to be filled.
  public Chunk newChunk() {
    return new Chunk(capacity);
  }

  /// Fills the chunk with the lines that come next. False: there are none.
  ///
  /// @throws ClerkException.BadSourceData when the source cannot be read, or a line is longer than 64 MiB
  public synchronized boolean next(Chunk chunk) {
    try {
      System.arraycopy(rest, 0, room(chunk, rest.length), 0, rest.length);
      chunk.length = rest.length;
      rest = new byte[0];
      var end = fill(chunk);
      rest = Arrays.copyOfRange(chunk.bytes, end, chunk.length);
      chunk.length = end;
    } catch (IOException e) {
      throw unreadable(source, e);
    }
    chunk.index = chunks++;
    chunk.firstLine = lines + 1;
    count(chunk);
    return chunk.length > 0;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /// Where the lines stand that were read so far.
  public synchronized LinePlaces places() {
    return places;
  }

  private void count(Chunk chunk) {
    for (var at = 0; at < chunk.length; at += LinePlaces.STEP) {
      places.add(bytes + at, lines);
      lines += Words.count(chunk.bytes, at, Math.min(at + LinePlaces.STEP, chunk.length), '\n');
    }
    bytes += chunk.length;
    chunk.lines = (int) (lines - chunk.firstLine + 1);
  }

  /// Reads until the chunk is full or the text at its end, and says where the last whole line ends.
  private int fill(Chunk chunk) throws IOException {
    while (true) {
      var read = ended ? 0 : in.readNBytes(chunk.bytes, chunk.length, chunk.capacity() - chunk.length);
      chunk.length += read;
      if (chunk.length < chunk.capacity()) {
        ended = true;
        return closeLastLine(chunk);
      }
      var end = lastLineEnd(chunk);
      if (end > 0) {
        return end;
      }
      room(chunk, chunk.capacity() * 2);
    }
  }

  /// The last line of a file may lack its line end.
  private static int closeLastLine(Chunk chunk) {
    if (chunk.length > 0 && chunk.bytes[chunk.length - 1] != '\n') {
      chunk.bytes[chunk.length++] = '\n'; // there is room: the chunk is not full
    }
    return chunk.length;
  }

  private static int lastLineEnd(Chunk chunk) {
    var end = chunk.length;
    while (end > 0 && chunk.bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private byte[] room(Chunk chunk, int capacity) {
    if (capacity > LONGEST_LINE) {
      throw new ClerkException.BadSourceData(source.name() + " has a line of more than " + LONGEST_LINE
          + " bytes after line " + lines + ": it is not the text it should be. Download it again.");
    }
    if (chunk.capacity() < capacity) {
      chunk.bytes = Arrays.copyOf(chunk.bytes, capacity + Words.SLACK);
    }
    return chunk.bytes;
  }

  private static ClerkException.BadSourceData unreadable(BulkSource source, IOException e) {
    return new ClerkException.BadSourceData("Cannot read " + source.name() + " (" + e + "). Download it again.", e);
  }
}
