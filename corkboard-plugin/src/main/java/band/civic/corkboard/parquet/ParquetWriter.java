package band.civic.corkboard.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a Parquet file (github.com/apache/parquet-format) row by row. Memory holds one row group of a few megabytes and
/// the places of those that were written; a file that was not closed has no end and cannot be taken for a whole one.
public final class ParquetWriter implements AutoCloseable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final long GROUP_BYTES = 8L << 20;
  private static final int GROUP_ROWS = 100_000;
  private static final int GZIP = 2;
  private static final int OPTIONAL = 1;

  private final OutputStream out;
  private final List<Field> fields;
  private final List<ColumnBuffer> buffers;
  private final List<Group> groups = new ArrayList<>();
  private long position;
  private long rows;
  private int buffered;

  private record Group(List<Place> places, long size, int rows) {}

  /// Where a column chunk stands.
  private record Place(Field field, long offset, ColumnBuffer.Sizes sizes) {}

  public ParquetWriter(OutputStream out, List<Field> fields) throws IOException {
    this.out = out;
    this.fields = List.copyOf(fields);
    this.buffers = this.fields.stream().map(f -> new ColumnBuffer(f.type())).toList();
    write(MAGIC);
  }

  public void write(@Nullable Object[] row) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      buffers.get(i).add(row[i]);
    }
    rows++;
    if (++buffered == GROUP_ROWS
        || (buffered % 64 == 0 && buffers.stream().mapToLong(ColumnBuffer::size).sum() > GROUP_BYTES)) {
      flush();
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  private void flush() throws IOException {
    var places = new ArrayList<Place>();
    long size = 0;
    for (int i = 0; i < fields.size(); i++) {
      long offset = position;
      var page = buffers.get(i).page();
      page.bytes().writeTo(out);
      position += page.bytes().size();
      places.add(new Place(fields.get(i), offset, page.sizes()));
      size += page.sizes().uncompressed();
    }
    groups.add(new Group(List.copyOf(places), size, buffered));
    buffered = 0;
  }

  /// Writes what is left and the end of the file; the stream stays open.
  @Override
  public void close() throws IOException {
    if (buffered > 0) {
      flush();
    }
    var footer = Compact.struct(file -> file.number(1, 1)
        .structs(2, schema(), ParquetWriter::element)
        .number(3, rows)
        .structs(4, groups, ParquetWriter::group)
        .text(6, "clerk"));
    write(footer);
    var length = new ByteArrayOutputStream();
    ColumnBuffer.int32(length, footer.length);
    write(length.toByteArray());
    write(MAGIC);
  }

  /// The root and its columns; the root has a number of children in place of a field.
  private List<Object> schema() {
    var schema = new ArrayList<Object>();
    schema.add(fields.size());
    schema.addAll(fields);
    return schema;
  }

  private static void element(Compact to, Object element) {
    switch (element) {
      case Field field -> {
        to.number(1, field.type().number).number(3, OPTIONAL).text(4, field.name());
        if (field.type() == Field.Type.TEXT) {
          to.number(6, 0).inner(10, logical -> logical.inner(1, _ -> {}));
        }
      }
      default -> to.text(4, "schema").number(5, (Integer) element);
    }
  }

  private static void group(Compact to, Group group) {
    to.structs(1, group.places, ParquetWriter::chunk).number(2, group.size).number(3, (long) group.rows);
  }

  private static void chunk(Compact to, Place place) {
    to.number(2, place.offset)
        .inner(3, meta -> meta.number(1, place.field.type().number)
            .numbers(2, List.of(0, 3))
            .texts(3, List.of(place.field.name()))
            .number(4, GZIP)
            .number(5, (long) place.sizes.rows())
            .number(6, place.sizes.uncompressed())
            .number(7, place.sizes.compressed())
            .number(9, place.offset));
  }
}
