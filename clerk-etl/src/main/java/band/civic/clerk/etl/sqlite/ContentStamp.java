package band.civic.clerk.etl.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.sqlite.JDBC;

/// The sum of a version's content, kept inside the file: it says whether a new version is worth publishing.
final class ContentStamp {
  private static final int BUFFER = 1 << 20;

  private ContentStamp() {}

  /// Two checksums and the size of a file: 64 bits tell versions apart, and a checksum costs next to nothing where
  /// SHA-256 is not compiled yet.
  static String sum(Path file) throws IOException {
    var crc32 = new CRC32();
    var crc32c = new CRC32C();
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    try (var channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        crc32.update(buffer.flip());
        crc32c.update(buffer.rewind());
        buffer.clear();
      }
      return "%08x%08x-%x".formatted(crc32.getValue(), crc32c.getValue(), channel.size());
    }
  }

  static void write(Connection connection, String sum, Instant now) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE publications (content_sum TEXT PRIMARY KEY, published_at TEXT NOT NULL)");
    }
    try (var insert = connection.prepareStatement("INSERT INTO publications VALUES (?, ?)")) {
      insert.setString(1, sum);
      insert.setString(2, now.toString());
      insert.executeUpdate();
    }
  }

  /// Whether a sound file with this content is there. A damaged one counts as different, so that it is replaced.
  static boolean isPublished(Path file, String sum) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + file.toUri() + "?mode=ro", new Properties())) {
      return hasSum(connection, sum) && isSound(connection);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean hasSum(Connection connection, String sum) throws SQLException {
    try (var query = connection.prepareStatement("SELECT 1 FROM publications WHERE content_sum = ?")) {
      query.setString(1, sum);
      try (var row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean isSound(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return "ok".equals(row.getString(1));
    }
  }
}
