package band.civic.clerk.etl.bulk.sort;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Writes pieces of [SpillFile]s, each from its start to its end. For one thread.
final class SpillWriter {
  private static final int BUFFER = 1 << 18;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private Optional<SpillFile> spill = Optional.empty();
  private long start;

  /// Goes to a place of a file.
  void open(SpillFile file, long place) {
    spill = Optional.of(file);
    start = place;
    buffer.clear();
  }

  /// Where the next byte goes.
  long place() {
    return start + buffer.position();
  }

  void put(byte[] bytes, int from, int length) {
    if (buffer.remaining() < length) {
      flush();
    }
    if (length > BUFFER) {
      spill.orElseThrow().write(start, ByteBuffer.wrap(bytes, from, length));
      start += length;
      return;
    }
    buffer.put(bytes, from, length);
  }

  void putInt(int value) {
    if (buffer.remaining() < 4) {
      flush();
    }
    buffer.putInt(value);
  }

  void putLong(long value) {
    if (buffer.remaining() < 8) {
      flush();
    }
    buffer.putLong(value);
  }

  void flush() {
    var length = buffer.position();
    spill.orElseThrow().write(start, buffer.flip());
    start += length;
    buffer.clear();
  }
}
