package band.civic.corkboard.sqlite;

/// How files are opened.
///
/// @param immutable true when nobody writes the file while it is served
/// @param connections most connections to one file
/// @param cacheKilobytes SQLite's page cache for each connection; 0 for as much as the file needs
/// @param waitMillis how long an answer waits for a free connection
public record FileOptions(boolean immutable, int connections, int cacheKilobytes, long waitMillis) {
  private static final int LEAST = 2_000;
  private static final int MOST = 128 << 10;

  public FileOptions withImmutable(boolean other) {
    return new FileOptions(other, connections, cacheKilobytes, waitMillis);
  }

  /// The page cache of a connection to a file of that size, in kilobytes: a scan that finds its pages there takes half
  /// the time. It is filled as pages are read; all caches together stay within [ReadConnection#ALL_CACHES].
  int cacheFor(long bytes) {
    return cacheKilobytes > 0 ? cacheKilobytes : Math.clamp(bytes / 1_000, LEAST, MOST);
  }
}
