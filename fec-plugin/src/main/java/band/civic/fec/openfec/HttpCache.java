package band.civic.fec.openfec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What OpenFEC answered lately, so that it need not be asked again: `work/openfec-cache.db`. Addresses are without the
/// key. What is out of date is asked for with its `ETag` or date, where it came with one.
public final class HttpCache implements AutoCloseable {
  private static final String NAME = "openfec-cache.db";

  private final Sql sql;

  private HttpCache(Path directory) {
    this.sql = new Sql(directory.resolve(NAME), """
                                                CREATE TABLE IF NOT EXISTS answers (
                                                  url TEXT PRIMARY KEY, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
                                                  fetched_at TEXT NOT NULL, expires_at TEXT NOT NULL, body BLOB NOT NULL
                                                ) WITHOUT ROWID""");
  }

  public static HttpCache open(Path directory) {
    return new HttpCache(directory);
  }

  /// An answer that is kept.
  ///
  /// @param etag as the server gave it, or empty
  /// @param lastModified as the server gave it, or empty
  /// @param expiresAt until when it need not be asked for again
  /// @param body JSON
  record Kept(String etag, String lastModified, Instant fetchedAt, Instant expiresAt, String body) {

    boolean isFresh(Instant now) {
      return now.isBefore(expiresAt) && !fetchedAt.isAfter(now);
    }
  }

  Optional<Kept> find(URI url) {
    return sql.alone(connection -> {
      try (var query = connection.prepareStatement(
          "SELECT etag, last_modified, fetched_at, expires_at, body FROM answers WHERE url = ?")) {
        query.setString(1, url.toString());
        try (var row = query.executeQuery()) {
          return row.next()
              ? Optional.of(new Kept(row.getString(1), row.getString(2), Instant.parse(row.getString(3)),
                  Instant.parse(row.getString(4)), unzip(row.getBytes(5))))
              : Optional.empty();
        }
      }
    });
  }

  void put(URI url, Kept answer) {
    sql.alone(connection -> {
      try (var insert = connection.prepareStatement("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)")) {
        insert.setString(1, url.toString());
        insert.setString(2, answer.etag());
        insert.setString(3, answer.lastModified());
        insert.setString(4, answer.fetchedAt().toString());
        insert.setString(5, answer.expiresAt().toString());
        insert.setBytes(6, zip(answer.body()));
        return insert.executeUpdate();
      }
    });
  }

  /// Forgets everything.
  ///
  /// @return how many answers there were
  public int clear() {
    return sql.alone(connection -> {
      try (var delete = connection.prepareStatement("DELETE FROM answers")) {
        return delete.executeUpdate();
      }
    });
  }

  /// Forgets what has been out of date for so long that nobody will ask for it again.
  int prune(Instant before) {
    return sql.alone(connection -> {
      try (var delete = connection.prepareStatement("DELETE FROM answers WHERE expires_at < ?")) {
        delete.setString(1, before.toString());
        return delete.executeUpdate();
      }
    });
  }

  @Override
  public void close() {
    sql.close();
  }

  private static byte[] zip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unzip(byte[] bytes) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
