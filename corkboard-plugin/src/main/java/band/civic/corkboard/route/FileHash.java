package band.civic.corkboard.route;

import band.civic.corkboard.sqlite.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a database's file, worked out once for each version.
final class FileHash {

  private FileHash() {}

  static String of(Session session, Path file) {
    return session.remember("sha256", () -> read(file));
  }

  /// Takes somebody's word for it.
  static void know(Session session, String hash) {
    var _ = session.remember("sha256", () -> hash);
  }

  private static String read(Path file) {
    try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      var buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the digest listens
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
