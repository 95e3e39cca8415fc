package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.sqlite.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Binary values as they are, always as a download: a browser must never take them for a page.
final class Blobs {

  private Blobs() {}

  /// @param name the file's name without `.blob`
  static Answer answer(@Nullable Object value, String name) {
    var bytes = value instanceof byte[] blob ? blob : Cells.text(value).getBytes(StandardCharsets.UTF_8);
    return Answer.of("application/binary", bytes)
        .with("x-content-type-options", "nosniff")
        .with(
            "content-disposition", "attachment; filename=\"" + safe(name) + ".blob\"");
  }

  /// A value out of a query's result: the first row's, or the one whose hash is asked for.
  static Answer ofQuery(Args args, Rows rows) {
    var column = args.find("_blob_column").orElseThrow(() -> Failure.badRequest("?_blob_column= is required"));
    int at = rows.columns().indexOf(column);
    if (at < 0) {
      throw Failure.badRequest(column + " is not a valid column");
    }
    var hash = args.findFilled("_blob_hash");
    for (var row : rows.rows()) {
      if (hash.isEmpty() || (row[at] instanceof byte[] blob && hash.get().equals(hash(blob)))) {
        return answer(row[at], column + hash.map(h -> "-" + h.substring(0, Math.min(6, h.length()))).orElse(""));
      }
    }
    throw expired();
  }

  /// A link that names a hash leads to that value or to nothing.
  static void checkHash(Args args, @Nullable Object value) {
    var wanted = args.findFilled("_blob_hash");
    if (wanted.isPresent() && !(value instanceof byte[] blob && wanted.get().equals(hash(blob)))) {
      throw expired();
    }
  }

  private static Failure expired() {
    return Failure.badRequest("Link has expired - the requested binary content has changed or could not be found.");
  }

  static String hash(byte[] blob) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(blob));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String safe(String name) {
    return name.matches("[A-Za-z0-9_.,-]*") ? name : Tilde.encode(name);
  }
}
