package band.civic.clerk.testkit.netfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes ZIPs in which no time stands, so that the same entries give the same bytes.
final class ZipWriter {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  ZipWriter entry(String name, String text) {
    return entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ZipWriter entry(String name, byte[] content) {
    try {
      var entry = new ZipEntry(name);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] toBytes() {
    try {
      zip.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
