package band.civic.clerk.etl.bulk;

import java.util.Arrays;

/// A list of longs that grows without copying what it has: eight bytes each, and half a megabyte to spare.
final class LongList {
  private static final int BITS = 16;
  private static final int BLOCK = 1 << BITS;

  private long[][] blocks = new long[16][];
  private int size;

  int size() {
    return size;
  }

  long get(int place) {
    return blocks[place >>> BITS][place & BLOCK - 1];
  }

  void set(int place, long value) {
    blocks[place >>> BITS][place & BLOCK - 1] = value;
  }

  void add(long value) {
    if ((size & BLOCK - 1) == 0) {
      addBlock();
    }
    blocks[size >>> BITS][size & BLOCK - 1] = value;
    size++;
  }

  private void addBlock() {
    var at = size >>> BITS;
    if (at == blocks.length) {
      blocks = Arrays.copyOf(blocks, at * 2);
    }
    blocks[at] = new long[BLOCK];
  }
}
