package band.civic.clerk.etl.bulk.format;

/// The record of an index entry (section 2.4): the indexed values and the key of the row. Made once for all entries
/// with the same values, and for each of them given its key.
public final class IndexRecord {
  private byte[] bytes = new byte[256];
  private int typeAt;
  private int keyAt;

  /// Takes the values that stand in `[from, to)` as [RecordView#copyValues] writes them.
  ///
  /// @param columns how many they are
  public void setValues(byte[] values, int from, int to, int columns) {
    if (bytes.length < to - from + 32) {
      bytes = new byte[(to - from + 32) * 2];
    }
    var typesEnd = from;
    for (var i = 0; i < columns; i++) {
      while (values[typesEnd++] < 0) {
        // a byte of a varint that goes on
      }
    }
    var header = typesEnd - from + 2; // its own length and the type of the key
    var at = Varint.put(bytes, 0, header < 128 ? header : header + 1);
    System.arraycopy(values, from, bytes, at, typesEnd - from);
    typeAt = at + typesEnd - from;
    System.arraycopy(values, typesEnd, bytes, typeAt + 1, to - typesEnd);
    keyAt = typeAt + 1 + to - typesEnd;
  }

  /// Takes values that fill an array.
  void setValues(byte[] values, int columns) {
    setValues(values, 0, values.length, columns);
  }

  /// Sets the key and returns the length of the record.
  public int setKey(long key) {
    var type = SerialType.integer(key);
    bytes[typeAt] = (byte) type;
    return SerialType.putInteger(bytes, keyAt, type, key);
  }

  /// The array that starts with the record.
  public byte[] bytes() {
    return bytes;
  }
}
