package band.civic.fec.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file of lines while it is written. Lines are ASCII, but for single bytes that are none.
final class Text implements AutoCloseable {
  private final OutputStream out;
  private byte[] bytes = new byte[1 << 16];
  private int length;
  private long written;

  Text(Path file) throws IOException {
    this.out = Files.newOutputStream(file);
  }

  Text add(String text) {
    room(text.length());
    for (var i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  Text add(char one) {
    room(1);
    bytes[length++] = (byte) one;
    return this;
  }

  Text add(long number) {
    return add(Long.toString(number));
  }

  Text pad(int number, int digits) {
    room(digits);
    var left = number;
    for (var at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += digits;
    return this;
  }

  Text field(String text) {
    return add(text).add('|');
  }

  /// Takes back the last byte that was added.
  void unwrite() {
    length--;
  }

  /// Takes back what was added after that place.
  void cutTo(long place) {
    length = (int) (place - written);
  }

  /// How many bytes were added.
  long size() {
    return written + length;
  }

  /// What was added from there on, at most some lines ago.
  byte[] since(long place) {
    return Arrays.copyOfRange(bytes, (int) (place - written), length);
  }

  Text add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  /// To be called between two lines.
  void flushWhenFull() {
    if (length > bytes.length / 2) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  private void flush() {
    try {
      out.write(bytes, 0, length);
      written += length;
      length = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2 + more);
    }
  }
}
