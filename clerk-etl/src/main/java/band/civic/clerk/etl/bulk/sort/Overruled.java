package band.civic.clerk.etl.bulk.sort;

/// A line whose key a later line has with other content.
///
/// @param by the line that is kept
public record Overruled(long key, long line, long by) {}
