package band.civic.clerk.etl.bulk.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;

/// A database file that grows by pages which several threads write. Until [#finish()] its header says that they are not
/// there; a file that was not finished is worth nothing.
public final class PageFile implements AutoCloseable {
  static final int HEADER = 100; // section 1.3
  private static final long LOCK_BYTE = 1L << 30; // section 1.4: its page must stay empty

  private final FileChannel channel;
  private final byte[] header;
  private final int pageSize;
  private final List<Integer> freePages = new ArrayList<>();
  private int nextPage;

  private PageFile(FileChannel channel, byte[] header) {
    this.channel = channel;
    this.header = header;
    var size = Big.getShort(header, 16);
    this.pageSize = size == 1 ? 65_536 : size;
    this.nextPage = Big.getInt(header, 28) + 1;
  }

  /// Opens a database that SQLite made and closed.
  ///
  /// @throws IllegalStateException when it is none, or one of a kind that is not written here: WAL, auto-vacuum, UTF-16,
  ///   reserved bytes
  public static PageFile open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var header = new byte[HEADER];
      channel.read(ByteBuffer.wrap(header), 0);
      check(file, header);
      return new PageFile(channel, header);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  static void check(Path file, byte[] header) {
    var magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    var isPlain = Arrays.equals(magic, 0, 16, header, 0, 16) && header[18] == 1 && header[19] == 1 // no WAL
        && header[20] == 0 // no reserved bytes
        && Big.getInt(header, 44) == 4 // schema format: short 0 and 1, descending indexes
        && Big.getInt(header, 52) == 0 // no auto-vacuum
        && Big.getInt(header, 56) == 1 // UTF-8
        && Big.getInt(header, 24) == Big.getInt(header, 92); // the page count is valid
    if (!isPlain) {
      throw new IllegalStateException(file + " is no SQLite database in UTF-8 without WAL, auto-vacuum and reserved "
          + "bytes");
    }
  }

  public int pageSize() {
    return pageSize;
  }

  /// Gives one thread its own way to write pages.
  public PageWriter newWriter() {
    return new PageWriter(this);
  }

  /// Makes the pages part of the database: those that nobody used become its freelist, and the header tells the new
  /// size. All writers must be closed.
  public void finish() throws IOException {
    writeFreelist();
    Big.putInt(header, 28, nextPage - 1);
    var change = Big.getInt(header, 24) + 1;
    Big.putInt(header, 24, change);
    Big.putInt(header, 92, change);
    write(ByteBuffer.wrap(header), 0);
    if (channel.size() < (nextPage - 1L) * pageSize) {
      write(ByteBuffer.allocate(pageSize), (nextPage - 2L) * pageSize);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Reserves neighbouring pages and returns the first.
  synchronized int reserve(int count) {
    var first = nextPage;
    nextPage = Math.addExact(nextPage, count);
    return first;
  }

  boolean isLockPage(int number) {
    return number == LOCK_BYTE / pageSize + 1;
  }

  synchronized void free(int number) {
    if (!isLockPage(number)) {
      freePages.add(number);
    }
  }

  void write(int firstPage, ByteBuffer pages) {
    try {
      write(pages, (firstPage - 1L) * pageSize);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Section 1.5: trunk pages, each with the next trunk and a list of free pages. The last six places of a trunk stay
  /// empty for the sake of old readers.
  private void writeFreelist() throws IOException {
    var leaves = pageSize / 4 - 8;
    var nextTrunk = Big.getInt(header, 32);
    for (var at = 0; at < freePages.size(); at += leaves + 1) {
      var listed = freePages.subList(at + 1, Math.min(freePages.size(), at + 1 + leaves));
      var trunk = new byte[pageSize];
      Big.putInt(trunk, 0, nextTrunk);
      Big.putInt(trunk, 4, listed.size());
      for (var i = 0; i < listed.size(); i++) {
        Big.putInt(trunk, 8 + 4 * i, listed.get(i));
      }
      nextTrunk = freePages.get(at);
      write(ByteBuffer.wrap(trunk), (nextTrunk - 1L) * pageSize);
    }
    Big.putInt(header, 32, nextTrunk);
    Big.putInt(header, 36, Big.getInt(header, 36) + freePages.size());
  }

  /// The buffer starts at 0.
  private void write(ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }
}
