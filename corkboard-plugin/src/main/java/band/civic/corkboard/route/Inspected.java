package band.civic.corkboard.route;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.query.Counts;
import band.civic.corkboard.sqlite.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What somebody counted already, so that nobody counts it again: of an immutable file, its hash and the rows of its
/// tables.
///
/// @param hash the file's SHA-256, where it is known
/// @param counts rows by table
public record Inspected(Optional<String> hash, Map<String, Long> counts) {
  static final Inspected NOTHING = new Inspected(Optional.empty(), Map.of());

  public Inspected {
    counts = Map.copyOf(counts);
  }

  /// Reads what `datasette inspect` writes: `{"name": {"hash": …, "tables": {"t": {"count": 3}}}}`.
  ///
  /// @return by database
  public static Map<String, Inspected> read(Path file) {
    try {
      var all = new LinkedHashMap<String, Inspected>();
      var parsed = Json.parse(Files.readString(file)).map(Json.Parsed::value);
      if (!(parsed.orElse(null) instanceof Map<?, ?> databases)) {
        throw new BadConfiguration(file + " is not what `datasette inspect` writes");
      }
      databases.forEach((name, value) -> all.put(String.valueOf(name), of(value)));
      return all;
    } catch (IOException e) {
      throw new BadConfiguration("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Inspected of(Object value) {
    var counts = new LinkedHashMap<String, Long>();
    if (value instanceof Map<?, ?> database && database.get("tables") instanceof Map<?, ?> tables) {
      tables.forEach((name, table) -> {
        if (table instanceof Map<?, ?> described && described.get("count") instanceof Number count) {
          counts.put(String.valueOf(name), count.longValue());
        }
      });
      return new Inspected(Optional.ofNullable(database.get("hash")).map(String::valueOf), counts);
    }
    return NOTHING;
  }

  /// Tells it to a session, once for each version of the file.
  void tell(Session session) {
    if (!equals(NOTHING)) {
      var _ = session.remember("inspected", () -> {
        counts.forEach((table, rows) -> Counts.know(session, table, rows));
        hash.ifPresent(h -> FileHash.know(session, h));
        return true;
      });
    }
  }
}
