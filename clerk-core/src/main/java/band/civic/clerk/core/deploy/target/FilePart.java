package band.civic.clerk.core.deploy.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;

/// A part of a file as the body of a request, which may be sent again.
final class FilePart {

  private FilePart() {}

  static RequestBody of(Path file, long from, long bytes) {
    return RequestBody.fromContentProvider(() -> open(file, from, bytes), bytes, "application/octet-stream");
  }

  private static InputStream open(Path file, long from, long bytes) {
    try {
      var channel = FileChannel.open(file).position(from);
      return new Limited(Channels.newInputStream(channel), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first bytes of a stream.
  private static final class Limited extends InputStream {
    private final InputStream inner;
    private long left;

    Limited(InputStream inner, long left) {
      this.inner = inner;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      var read = inner.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }
}
