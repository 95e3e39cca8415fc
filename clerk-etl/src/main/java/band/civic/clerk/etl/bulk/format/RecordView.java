package band.civic.clerk.etl.bulk.format;

/// Finds single values in a record.
public final class RecordView {
  private final long[] types;
  private final int[] starts;
  private byte[] bytes = new byte[0];

  /// @param values how many values of a record, from its first, will be looked at
  public RecordView(int values) {
    this.types = new long[values];
    this.starts = new int[values];
  }

  /// Looks at the record of a row's cell: length of the payload, key, record.
  public void openCell(byte[] array, int at) {
    var key = at + Varint.length(Varint.get(array, at));
    open(array, key + Varint.length(Varint.get(array, key)));
  }

  /// Writes the values of some columns the way [ValueOrder] compares them: their types, then their bytes. The array
  /// must have room for [#length(int...)]. Returns the place behind them.
  public int copyValues(int[] columns, byte[] into, int at) {
    var end = at;
    for (var column : columns) {
      end = Varint.put(into, end, types[column]);
    }
    for (var column : columns) {
      var length = SerialType.length(types[column]);
      System.arraycopy(bytes, starts[column], into, end, length);
      end += length;
    }
    return end;
  }

  /// At most so many bytes the values of some columns take.
  public int length(int[] columns) {
    var length = 0;
    for (var column : columns) {
      length += 9 + SerialType.length(types[column]);
    }
    return length;
  }

  /// The integer of a column; 0 for NULL.
  ///
  /// @throws IllegalStateException when it is of another kind
  public long integer(int column) {
    var type = (int) types[column];
    if (types[column] > SerialType.ONE || type == SerialType.REAL) {
      throw new IllegalStateException("Column " + column + " holds no integer");
    }
    return type == SerialType.NULL ? 0 : SerialType.getInteger(bytes, starts[column], type);
  }

  /// Looks at the record that stands at `at`.
  void open(byte[] array, int at) {
    bytes = array;
    var headerLength = (int) Varint.get(array, at);
    var type = at + Varint.length(headerLength);
    var body = at + headerLength;
    for (var i = 0; i < types.length; i++) {
      if (array[type] >= 0) {
        types[i] = array[type++];
      } else {
        types[i] = Varint.get(array, type);
        type += Varint.length(types[i]);
      }
      starts[i] = body;
      body += SerialType.length(types[i]);
    }
  }
}
