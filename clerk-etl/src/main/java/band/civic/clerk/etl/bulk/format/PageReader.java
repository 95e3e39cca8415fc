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

  void read(int number, byte[] into) {
    var at = (number - 1L) * pageSize;
    if (channel.isEmpty()) {
      System.arraycopy(image, (int) at, into, 0, pageSize);
      return;
    }
    var buffer = ByteBuffer.wrap(into, 0, pageSize);
    try {
      while (buffer.hasRemaining()) {
        if (channel.get().read(buffer, at + buffer.position()) < 0) {
          throw new EOFException("The database ends before page " + number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
