package band.civic.corkboard.sqlite;

import java.util.List;

/// How files are opened.
///
/// @param immutable true when nobody writes the file while it is served
/// @param connections most connections to one file
/// @param cacheKilobytes SQLite's page cache for each connection; 0 for as much as the file needs and there is
/// @param waitMillis how long an answer waits for a free connection
/// @param beside databases that are read beside it
public record FileOptions(boolean immutable, int connections, int cacheKilobytes, long waitMillis,
    List<Beside> beside) {

  public FileOptions {
    beside = List.copyOf(beside);
  }

  public FileOptions(boolean immutable, int connections, int cacheKilobytes, long waitMillis) {
    this(immutable, connections, cacheKilobytes, waitMillis, List.of());
  }

  public FileOptions of(boolean otherImmutable, List<Beside> others) {
    return new FileOptions(otherImmutable, connections, cacheKilobytes, waitMillis, others);
  }
}
