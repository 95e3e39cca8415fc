package band.civic.clerk.etl.bronze;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What is to be stored as a page.
///
/// @param name file name, unique in its unit: `transactions-0003.json`
/// @param kind the format, in the plugin's own words
/// @param url where it came from; without secrets
/// @param fetchedAt when it was read, UTC
/// @param body the bytes
public record RawContent(String name, String kind, String url, Instant fetchedAt, Body body) {

  /// Bytes that can be read once or more.
  @FunctionalInterface
  public interface Body {
    InputStream open() throws IOException;

    static Body of(byte[] bytes) {
      return () -> new ByteArrayInputStream(bytes);
    }

    static Body of(Path file) {
      return () -> Files.newInputStream(file);
    }
  }
}
