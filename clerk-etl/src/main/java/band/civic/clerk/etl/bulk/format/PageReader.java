package band.civic.clerk.etl.bulk.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Reads pages of a database that nobody changes meanwhile: of a file, or of an image in memory. For several threads.
public final class PageReader implements AutoCloseable {
  private final Optional<FileChannel> channel;
  private final byte[] image;
  private final int pageSize;

  private PageReader(Optional<FileChannel> channel, byte[] image, byte[] header) {
    this.channel = channel;
    this.image = image;
    var size = Big.getShort(header, 16);
    this.pageSize = size == 1 ? 65_536 : size;
  }

  /// @throws IllegalStateException when the file is none that [PageFile] would write
  public static PageReader ofFile(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      var header = new byte[PageFile.HEADER];
      channel.read(ByteBuffer.wrap(header), 0);
      PageFile.check(file, header);
      return new PageReader(Optional.of(channel), new byte[0], header);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  public static PageReader ofImage(byte[] image) {
    return new PageReader(Optional.empty(), image, image);
  }

  int pageSize() {
    return pageSize;
  }

  /// Reads so many neighbouring pages, or fewer where the database ends, and returns how many.
  int read(int number, int count, byte[] into) {
    var at = (number - 1L) * pageSize;
    if (channel.isEmpty()) {
      System.arraycopy(image, (int) at, into, 0, pageSize);
      return 1;
    }
    var buffer = ByteBuffer.wrap(into, 0, count * pageSize);
    try {
      while (buffer.hasRemaining() && channel.get().read(buffer, at + buffer.position()) >= 0) {
        // until there are as many as wanted
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (buffer.position() < pageSize) {
      throw new UncheckedIOException(new EOFException("The database ends before page " + number));
    }
    return buffer.position() / pageSize;
  }

  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
