package band.civic.corkboard.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The values of one column of one row group, as they will stand in the file: which rows have one, then the values.
final class ColumnBuffer {
  private final Field.Type type;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final BitSet present = new BitSet();
  private int rows;

  ColumnBuffer(Field.Type type) {
    this.type = type;
  }

  /// A page of data, ready to be written.
  ///
  /// @param bytes header and compressed contents
  /// @param sizes how much it is
  record Page(ByteArrayOutputStream bytes, Sizes sizes) {}

  /// @param rows values and empty places
  /// @param uncompressed bytes without compression, the header included
  /// @param compressed bytes in the file
  record Sizes(int rows, long uncompressed, long compressed) {}

  void add(@Nullable Object value) {
    if (value != null) {
      present.set(rows);
      switch (type) {
        case LONG -> fixed(value instanceof Number n ? n.longValue() : 0);
        case DOUBLE -> fixed(Double.doubleToRawLongBits(value instanceof Number n ? n.doubleValue() : Double.NaN));
        case TEXT, BYTES -> bytes(value instanceof byte[] blob ? blob : text(value).getBytes(StandardCharsets.UTF_8));
      }
    }
    rows++;
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? band.civic.corkboard.http.Numbers.text(number)
        : value.toString();
  }

  private void fixed(long bits) {
    for (int shift = 0; shift < 64; shift += 8) {
      values.write((int) (bits >>> shift));
    }
  }

  private void bytes(byte[] bytes) {
    int32(values, bytes.length);
    values.writeBytes(bytes);
  }

  static void int32(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }

  long size() {
    return values.size() + rows / 8L;
  }

  /// The page, and an empty buffer again.
  Page page() throws IOException {
    var contents = new ByteArrayOutputStream(values.size() + rows / 8 + 16);
    var levels = levels();
    int32(contents, levels.length);
    contents.writeBytes(levels);
    values.writeTo(contents);
    var packed = new ByteArrayOutputStream(contents.size() / 3 + 64);
    try (var gzip = new GZIPOutputStream(packed, 8192)) {
      contents.writeTo(gzip);
    }
    int count = rows;
    var header = Compact.struct(page -> page.number(1, 0)
        .number(2, contents.size())
        .number(3, packed.size())
        .inner(5, data -> data.number(1, count).number(2, 0).number(3, 3).number(4, 3)));
    var whole = new ByteArrayOutputStream(header.length + packed.size());
    whole.writeBytes(header);
    packed.writeTo(whole);
    values.reset();
    present.clear();
    rows = 0;
    return new Page(whole, new Sizes(count, header.length + (long) contents.size(), whole.size()));
  }

  /// One bit for each row: one run when all have a value, else bits in groups of eight.
  private byte[] levels() {
    var out = new ByteArrayOutputStream();
    if (present.cardinality() == rows) {
      varint(out, rows << 1);
      out.write(1);
      return out.toByteArray();
    }
    int groups = (rows + 7) / 8;
    varint(out, (groups << 1) | 1);
    var bits = present.toByteArray();
    out.writeBytes(java.util.Arrays.copyOf(bits, groups));
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
