package band.civic.clerk.etl.bulk.format;

import java.util.Arrays;

/// The cells of one b-tree page after another (section 1.6), each put together when parts of it stand on overflow pages.
/// Pages that follow each other are read many at a time.
final class Cells {
  private static final int SLACK = 8; // see ValueOrder.prefix
  private static final int WINDOW = 1 << 17; // bytes of neighbouring pages
  private static final int NEAR = 4; // so many pages further on, a page follows another

  private static final int UNKNOWN = 0;
  private static final int YES = 1;
  private static final int NO = 2;

  private final PageReader pages;
  private final byte[] page; // or several: see base
  private final Payload tablePayload;
  private final Payload indexPayload;
  private final int window;
  private int windowFirst;
  private int windowEnd;
  private int number;
  private int base;
  private int count;
  private int pointers;
  private int packed;
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
    this.window = Math.max(1, WINDOW / pages.pageSize());
    this.page = new byte[window * pages.pageSize() + SLACK];
    this.bytes = page;
    this.tablePayload = Payload.ofTableLeaf(pages.pageSize());
    this.indexPayload = Payload.ofIndex(pages.pageSize());
  }

  /// Goes to a page, which is not the first of the database.
  void open(int page) {
    if (page < windowFirst || page >= windowEnd) {
      var follows = page > number && page - number <= NEAR;
      windowEnd = page + pages.read(page, follows ? window : 1, this.page);
      windowFirst = page;
    }
    number = page;
    base = (page - windowFirst) * pages.pageSize();
    packed = UNKNOWN;
    var type = this.page[base];
    leaf = type == Page.TABLE_LEAF || type == Page.INDEX_LEAF;
    table = type == Page.TABLE_LEAF || type == Page.TABLE_INTERIOR;
    if (!leaf && type != Page.TABLE_INTERIOR && type != Page.INDEX_INTERIOR) {
      throw new IllegalStateException("Page " + page + " is no page of a b-tree");
    }
    count = Big.getShort(this.page, base + 3);
    pointers = base + (leaf ? 8 : 12);
  }

  /// The page that was opened.
  int number() {
    return number;
  }

  int count() {
    return count;
  }

  boolean isLeaf() {
    return leaf;
  }

  /// The child before a cell; for the place behind the last cell, the right-most.
  int child(int cell) {
    return Big.getInt(page, cell == count ? base + 8 : start(cell));
  }

  /// The key of a cell of a table's leaf, without looking at its record.
  long key(int cell) {
    var at = start(cell);
    return Varint.get(page, at + Varint.length(Varint.get(page, at)));
  }

  /// Reads a cell with a payload: any but those of a table's interior pages.
  void read(int cell) {
    cellAt = start(cell) + (leaf ? 0 : 4);
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

  /// The array in which the page stands.
  byte[] page() {
    return page;
  }

  /// Where a cell starts in [#page()].
  int start(int cell) {
    return base + Big.getShort(page, pointers + 2 * cell);
  }

  /// Where the record of a cell of an index leaf starts in [#page()]; its first bytes, when the rest is elsewhere.
  int record(int cell) {
    var at = start(cell);
    return at + Varint.length(Varint.get(page, at));
  }

  /// Where a cell of a packed leaf ends in [#page()].
  int end(int cell) {
    var at = start(cell);
    var length = (int) Varint.get(page, at);
    at += Varint.length(length);
    return at + length + (table ? Varint.length(Varint.get(page, at)) : 0);
  }

  /// Whether the page is a leaf whose cells stand without gaps, each before the one with the next lower
  /// number, and need no overflow pages: the way we write them. SQLite may have left gaps and another order.
  boolean isPacked() {
    if (packed == UNKNOWN) {
      packed = leaf && findPacked() ? YES : NO;
    }
    return packed == YES;
  }

  /// How many cells of a packed leaf, from `from` to at most `to`, take no more than `room` bytes with their pointers.
  int countWithin(int from, int to, int room) {
    var end = end(from);
    var fits = 0;
    var beyond = to - from + 1;
    for (var some = to - from; fits + 1 < beyond; some = (fits + beyond) >>> 1) {
      if (end - start(from + some - 1) + 2 * some <= room) {
        fits = some;
      } else {
        beyond = some;
      }
    }
    return fits;
  }

  /// A copy of a cell of a packed leaf.
  byte[] copy(int cell) {
    return Arrays.copyOfRange(page, start(cell), end(cell));
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

  private boolean findPacked() {
    var before = base + pages.pageSize();
    var most = (table ? tablePayload : indexPayload).mostLocal();
    for (var i = 0; i < count; i++) {
      var end = end(i);
      if ((i > 0 && end != before) || end > before || end - start(i) > most) {
        return false;
      }
      before = start(i);
    }
    return true;
  }

  private void join(int local) {
    var head = payloadAt - cellAt;
    joined = Arrays.copyOf(joined, Math.max(joined.length, head + payloadLength + SLACK));
    System.arraycopy(page, cellAt, joined, 0, head + local);
    var room = pages.pageSize() - 4;
    var overflow = new byte[pages.pageSize()];
    var next = Big.getInt(page, payloadAt + local);
    for (var done = local; done < payloadLength; done += room) {
      pages.read(next, 1, overflow);
      System.arraycopy(overflow, 4, joined, head + done, Math.min(room, payloadLength - done));
      next = Big.getInt(overflow, 0);
    }
    bytes = joined;
    cellAt = 0;
    payloadAt = head;
  }
}
