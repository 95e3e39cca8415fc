package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// Fills leaf pages of a table b-tree with rows in the order of their keys. Several of these may work on neighbouring
/// ranges of keys at once: leaves do not know each other.
public final class TableLeaves {
  private final PageSink pages;
  private final Page page;
  private final Payload payload;
  private int[] numbers = new int[64];
  private long[] lastKeys = new long[64];
  private int count;
  private long lastKey;

  public TableLeaves(PageSink pages) {
    this.pages = pages;
    this.page = new Page(Page.TABLE_LEAF, pages.pageSize());
    this.payload = Payload.ofTableLeaf(pages.pageSize());
  }

  /// Adds a row by its cell, as [RowCells] makes it: length of the payload, key, payload.
  public void add(long key, byte[] bytes, int at, int length) {
    if (length <= payload.mostLocal()) {
      System.arraycopy(bytes, at, room(length), cell(length), length);
    } else {
      addLong(bytes, at, length);
    }
    lastKey = key;
  }

  /// Adds neighbouring cells of a leaf that is packed, see [Cells#isPacked()].
  void addAll(Cells leaf, int from, int to) {
    for (var at = from; at < to;) {
      var taken = page.putAll(leaf, at, to);
      at += taken;
      if (taken == 0) {
        flush();
      } else {
        lastKey = leaf.key(at - 1);
      }
    }
  }

  /// Ends the last page.
  public void finish() {
    if (!page.isEmpty()) {
      flush();
    }
  }

  /// Moves the only leaf of the table to its root.
  void moveTo(int root) {
    pages.put(root, page.bytes()); // still the bytes of the leaf that was written last
    pages.free(numbers[0]);
  }

  int count() {
    return count;
  }

  int number(int leaf) {
    return numbers[leaf];
  }

  /// The largest key in the leaf.
  long lastKey(int leaf) {
    return lastKeys[leaf];
  }

  private void addLong(byte[] bytes, int at, int length) {
    var payloadLength = (int) Varint.get(bytes, at);
    var start = at + length - payloadLength;
    var local = payload.local(payloadLength);
    var kept = start - at + local;
    if (local == payloadLength) {
      System.arraycopy(bytes, at, room(kept), cell(kept), kept);
      return;
    }
    var overflow = payload.overflow(pages, bytes, start + local, start + payloadLength);
    var into = room(kept + 4);
    var cell = cell(kept + 4);
    System.arraycopy(bytes, at, into, cell, kept);
    Big.putInt(into, cell + kept, overflow);
  }

  private byte[] room(int length) {
    if (!page.hasRoom(length)) {
      flush();
    }
    return page.bytes();
  }

  private int cell(int length) {
    return page.addCell(length);
  }

  private void flush() {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      lastKeys = Arrays.copyOf(lastKeys, count * 2);
    }
    numbers[count] = pages.add(page.close(0));
    lastKeys[count++] = lastKey;
    page.clear();
  }
}
