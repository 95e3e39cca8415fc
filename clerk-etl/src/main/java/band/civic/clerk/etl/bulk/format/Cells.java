package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// The cells of one b-tree page after another (section 1.6), each put together when parts of it stand on overflow pages.
final class Cells {
  private static final int SLACK = 8; // see ValueOrder.prefix

  private final PageReader pages;
  private final byte[] page;
  private final Payload tablePayload;
  private final Payload indexPayload;
  private int count;
  private int pointers;
  private boolean leaf;
  private boolean table;
  private byte[] bytes;
  private byte[] joined = new byte[0];
  private int payloadAt;
  private int payloadLength;
  private int cellAt;
  private long key;

  Cells(PageReader pages) {
    this.pages = pages;
    this.page = new byte[pages.pageSize() + SLACK];
    this.bytes = page;
    this.tablePayload = Payload.ofTableLeaf(pages.pageSize());
    this.indexPayload = Payload.ofIndex(pages.pageSize());
  }

  /// Goes to a page, which is not the first of the database.
  void open(int number) {
    pages.read(number, page);
    leaf = page[0] == Page.TABLE_LEAF || page[0] == Page.INDEX_LEAF;
    table = page[0] == Page.TABLE_LEAF || page[0] == Page.TABLE_INTERIOR;
    if (!leaf && page[0] != Page.TABLE_INTERIOR && page[0] != Page.INDEX_INTERIOR) {
      throw new IllegalStateException("Page " + number + " is no page of a b-tree");
    }
    count = Big.getShort(page, 3);
    pointers = leaf ? 8 : 12;
  }

  int count() {
    return count;
  }

  boolean isLeaf() {
    return leaf;
  }

  /// The child before a cell; for the place behind the last cell, the right-most.
  int child(int cell) {
    return Big.getInt(page, cell == count ? 8 : Big.getShort(page, pointers + 2 * cell));
  }

  /// The key of a cell of a table's leaf, without looking at its record.
  long key(int cell) {
    var at = Big.getShort(page, pointers + 2 * cell);
    return Varint.get(page, at + Varint.length(Varint.get(page, at)));
  }

  /// Reads a cell with a payload: any but those of a table's interior pages.
  void read(int cell) {
    cellAt = Big.getShort(page, pointers + 2 * cell) + (leaf ? 0 : 4);
    payloadLength = (int) Varint.get(page, cellAt);
    payloadAt = cellAt + Varint.length(payloadLength);
    if (table) {
      key = Varint.get(page, payloadAt);
      payloadAt += Varint.length(key);
    }
    bytes = page;
    var local = (table ? tablePayload : indexPayload).local(payloadLength);
    if (local < payloadLength) {
      join(local);
    }
  }

  /// The key of the cell that was read.
  long key() {
    return key;
  }

  /// The array in which the cell that was read stands.
  byte[] bytes() {
    return bytes;
  }

  /// Where the cell starts that was read, with the length of its payload.
  int cellAt() {
    return cellAt;
  }

  /// How long the whole cell is, nothing of it left out.
  int cellLength() {
    return payloadAt + payloadLength - cellAt;
  }

  int payloadAt() {
    return payloadAt;
  }

  int payloadLength() {
    return payloadLength;
  }

  private void join(int local) {
    var head = payloadAt - cellAt;
    joined = Arrays.copyOf(joined, Math.max(joined.length, head + payloadLength + SLACK));
    System.arraycopy(page, cellAt, joined, 0, head + local);
    var room = pages.pageSize() - 4;
    var overflow = new byte[pages.pageSize()];
    var next = Big.getInt(page, payloadAt + local);
    for (var done = local; done < payloadLength; done += room) {
      pages.read(next, overflow);
      System.arraycopy(overflow, 4, joined, head + done, Math.min(room, payloadLength - done));
      next = Big.getInt(overflow, 0);
    }
    bytes = joined;
    cellAt = 0;
    payloadAt = head;
  }
}
