package band.civic.corkboard.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Structures in Thrift's compact protocol, in which Parquet writes what it says of itself
/// (github.com/apache/thrift, doc/specs/thrift-compact-protocol.md). Fields are written in the order of their ids.
final class Compact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /// A structure by itself.
  static byte[] struct(Consumer<Compact> fields) {
    var compact = new Compact();
    fields.accept(compact);
    compact.out.write(0);
    return compact.out.toByteArray();
  }

  Compact number(int id, int value) {
    header(id, I32);
    varint(((long) value << 1) ^ (value >> 31));
    return this;
  }

  Compact number(int id, long value) {
    header(id, I64);
    varint((value << 1) ^ (value >> 63));
    return this;
  }

  Compact text(int id, String value) {
    header(id, BINARY);
    bytes(value);
    return this;
  }

  Compact inner(int id, Consumer<Compact> fields) {
    header(id, STRUCT);
    nested(fields);
    return this;
  }

  Compact numbers(int id, List<Integer> values) {
    list(id, I32, values.size());
    values.forEach(v -> varint(((long) v << 1) ^ (v >> 31)));
    return this;
  }

  Compact texts(int id, List<String> values) {
    list(id, BINARY, values.size());
    values.forEach(this::bytes);
    return this;
  }

  <T> Compact structs(int id, List<T> values, java.util.function.BiConsumer<Compact, T> fields) {
    list(id, STRUCT, values.size());
    values.forEach(v -> nested(c -> fields.accept(c, v)));
    return this;
  }

  private void nested(Consumer<Compact> fields) {
    outer.push(last);
    last = 0;
    fields.accept(this);
    out.write(0);
    last = outer.pop();
  }

  private void header(int id, int type) {
    int delta = id - last;
    if (delta <= 0 || delta > 15) {
      throw new IllegalArgumentException("Field " + id + " cannot follow field " + last);
    }
    out.write((delta << 4) | type);
    last = id;
  }

  private void list(int id, int type, int size) {
    header(id, LIST);
    if (size < 15) {
      out.write((size << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(size);
    }
  }

  private void bytes(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
