package band.civic.clerk.etl.bulk.sort;

import band.civic.clerk.etl.bulk.format.Big;
import band.civic.clerk.etl.bulk.format.RecordBuilder;
import band.civic.clerk.etl.bulk.format.Varint;

/// A row in a run: key, line, hash, length of the cell, and the cell it will be in the b-tree: length of the record,
/// key, record.
final class Entry {
  /// Where the cell starts.
  static final int CELL = 28;

  private Entry() {}

  static int length(long key, RecordBuilder record) {
    var recordLength = record.length();
    return CELL + Varint.length(recordLength) + Varint.length(key) + recordLength;
  }

  /// Writes all but line and hash.
  static void put(byte[] into, int at, long key, RecordBuilder record) {
    Big.putLong(into, at, key);
    var cell = Varint.put(into, at + CELL, record.length());
    var end = record.copyTo(into, Varint.put(into, cell, key));
    Big.putInt(into, at + 24, end - at - CELL);
  }

  static void putOrigin(byte[] into, int at, long line, long hash) {
    Big.putLong(into, at + 8, line);
    Big.putLong(into, at + 16, hash);
  }

  static long key(byte[] bytes, int at) {
    return Big.getLong(bytes, at);
  }

  static long line(byte[] bytes, int at) {
    return Big.getLong(bytes, at + 8);
  }

  static long hash(byte[] bytes, int at) {
    return Big.getLong(bytes, at + 16);
  }

  static int cellLength(byte[] bytes, int at) {
    return Big.getInt(bytes, at + 24);
  }

  static int length(byte[] bytes, int at) {
    return CELL + cellLength(bytes, at);
  }

  static Loser loser(byte[] bytes, int at) {
    return new Loser(key(bytes, at), line(bytes, at), hash(bytes, at));
  }
}
