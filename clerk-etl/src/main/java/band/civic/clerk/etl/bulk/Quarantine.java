package band.civic.clerk.etl.bulk;

/// Keeps the lines that could not be stored. Called by one thread at a time, in the order of the source; lines that a
/// later line with the same key overruled come last.
@FunctionalInterface
public interface Quarantine {

  void put(RejectedLine line);
}
