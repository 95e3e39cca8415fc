package band.civic.clerk.etl.bulk;

/// How much is done at once: what a load takes of threads and memory.
///
/// @param threads how many read, encode and write
/// @param chunk bytes of text that one of them takes at a time
/// @param run bytes of rows that one of them collects and sorts in memory
/// @param range bytes of rows that one of them merges in memory
/// @param image bytes of rows that are handed to SQLite in memory; more go by a file
record Limits(int threads, int chunk, int run, int range, long image) {

  static Limits standard() {
    return new Limits(Math.min(8, Runtime.getRuntime().availableProcessors()), 1 << 22, 1 << 25, 3 << 23, 1L << 26);
  }
}
