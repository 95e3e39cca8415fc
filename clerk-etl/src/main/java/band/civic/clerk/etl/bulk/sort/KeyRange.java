package band.civic.clerk.etl.bulk.sort;

/// Neighbouring keys, both ends included.
public record KeyRange(long first, long last) {

  boolean contains(long key) {
    return key >= first && key <= last;
  }
}
