package band.civic.fec.extract.api;

/// What happened to rows.
///
/// @param read rows that were answered, each time they were
record Counts(long read, long added, long changed, long unchanged, long retired, long rejected) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(read + more.read, added + more.added, changed + more.changed, unchanged + more.unchanged,
        retired + more.retired, rejected + more.rejected);
  }

  static Counts retired(long rows) {
    return new Counts(0, 0, 0, 0, rows, 0);
  }

  static Counts rejected(long rows) {
    return new Counts(rows, 0, 0, 0, 0, rows);
  }
}
