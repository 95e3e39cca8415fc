package band.civic.corkboard.sqlite;

/// How files are opened.
///
/// @param immutable true when nobody writes the file while it is served
/// @param connections most connections to one file
/// @param cacheKilobytes SQLite's page cache for each connection; 0 for as much as the file needs and there is
/// @param waitMillis how long an answer waits for a free connection
public record FileOptions(boolean immutable, int connections, int cacheKilobytes, long waitMillis) {

  public FileOptions withImmutable(boolean other) {
    return new FileOptions(other, connections, cacheKilobytes, waitMillis);
  }
}
