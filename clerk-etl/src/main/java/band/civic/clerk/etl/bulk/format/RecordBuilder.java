package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// One record of section 2.1: a header with the type of every value, then the values.
public final class RecordBuilder {
  private byte[] header = new byte[64];
  private byte[] body = new byte[1024];
  private int headerEnd;
  private int bodyEnd;
  private int values;

  public void clear() {
    headerEnd = 0;
    bodyEnd = 0;
    values = 0;
  }

  /// How many values were added.
  public int values() {
    return values;
  }

  public void addNull() {
    addType(SerialType.NULL);
  }

  public void addInteger(long value) {
    var type = SerialType.integer(value);
    addType(type);
    reserve(8);
    bodyEnd = SerialType.putInteger(body, bodyEnd, type, value);
  }

  /// NaN is NULL, as in SQLite.
  public void addReal(double value) {
    if (Double.isNaN(value)) {
      addNull();
      return;
    }
    addType(SerialType.REAL);
    reserve(8);
    Big.putLong(body, bodyEnd, Double.doubleToRawLongBits(value));
    bodyEnd += 8;
  }

  public void addText(byte[] utf8, int from, int to) {
    addType(SerialType.text(to - from));
    addBytes(utf8, from, to);
  }

  public void addBlob(byte[] value) {
    addType(SerialType.blob(value.length));
    addBytes(value, 0, value.length);
  }

  /// How many bytes the record has.
  public int length() {
    return headerLength() + bodyEnd;
  }

  /// Writes the cell of a row in a table: length of the record, key, record. Returns the place behind it.
  public int putCell(byte[] into, long key) {
    return copyTo(into, Varint.put(into, Varint.put(into, 0, length()), key));
  }

  /// Writes the record and returns the place behind it.
  public int copyTo(byte[] into, int at) {
    var next = Varint.put(into, at, headerLength());
    System.arraycopy(header, 0, into, next, headerEnd);
    System.arraycopy(body, 0, into, next + headerEnd, bodyEnd);
    return next + headerEnd + bodyEnd;
  }

  /// The header counts its own length in.
  private int headerLength() {
    var length = headerEnd + 1;
    return length < 128 ? length : headerEnd + Varint.length(headerEnd + 2L);
  }

  private void addType(long type) {
    if (headerEnd + 9 > header.length) {
      header = Arrays.copyOf(header, header.length * 2);
    }
    headerEnd = Varint.put(header, headerEnd, type);
    values++;
  }

  private void addBytes(byte[] value, int from, int to) {
    var length = to - from;
    reserve(length);
    System.arraycopy(value, from, body, bodyEnd, length);
    bodyEnd += length;
  }

  private void reserve(int length) {
    if (bodyEnd + length > body.length) {
      body = Arrays.copyOf(body, Math.max(body.length * 2, bodyEnd + length));
    }
  }
}
