package band.civic.clerk.etl.bulk.format;

/// The values of an index entry, without the key of its row.
public final class IndexValue {
  private final byte[] bytes;

  /// @param bytes as [RecordView#copyValues] writes them, and nothing else
  public IndexValue(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// The array that they fill.
  public byte[] bytes() {
    return bytes;
  }

  public int compareTo(IndexValue other, ValueOrder order) {
    return order.compare(bytes, 0, other.bytes, 0);
  }
}
