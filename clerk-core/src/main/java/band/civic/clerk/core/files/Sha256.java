package band.civic.clerk.core.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lower-case hex, 64 letters.
public final class Sha256 {
  private static final int BUFFER = 1 << 20;

  private Sha256() {}

  /// Of bytes.
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /// Of a whole file.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static String of(Path file) {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    var digest = digest();
    try (var channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
