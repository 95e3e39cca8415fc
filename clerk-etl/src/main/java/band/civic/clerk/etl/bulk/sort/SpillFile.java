package band.civic.clerk.etl.bulk.sort;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file without a name: it is gone when the process ends, however that happens.
public final class SpillFile implements AutoCloseable {
  private final FileChannel channel;
  private long end;

  private SpillFile(FileChannel channel) {
    this.channel = channel;
  }

  /// @param directory where there is room for it
  public static SpillFile open(Path directory) throws IOException {
    var file = Files.createTempFile(directory, ".bulk-", ".spill");
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return new SpillFile(channel); // a system that keeps names of open files: it goes when it is closed
    }
    return new SpillFile(channel);
  }

  /// Keeps room for so many bytes and returns where it starts.
  public synchronized long reserve(long bytes) {
    var start = end;
    end += bytes;
    return start;
  }

  /// Writes what remains in the buffer.
  public void write(long at, ByteBuffer buffer) {
    var start = at - buffer.position();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, start + buffer.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void read(long at, byte[] into, int from, int length) {
    var buffer = ByteBuffer.wrap(into, from, length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position() - from) < 0) {
          throw new EOFException("The temporary file ends at " + channel.size());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Forgets what stands at `size` and behind: the system need not keep it any more.
  void truncate(long size) {
    try {
      channel.truncate(size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
