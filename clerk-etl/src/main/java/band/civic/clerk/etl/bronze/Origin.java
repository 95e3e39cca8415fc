package band.civic.clerk.etl.bronze;

/// How the pages of a unit reached us.
public enum Origin {
  /// Asked of the live source.
  LIVE,
  /// Files that somebody had on disk.
  FILES,
  /// The sample that the plugin ships.
  SAMPLE
}
