package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fills leaf pages of an index b-tree (section 1.6) with entries in their order. Several of these may work on
/// neighbouring ranges of entries at once; [IndexTree] joins them.
///
/// An entry that finds its leaf full does not open the next leaf but stands between the two, in the tree above. So the
/// first leaf and the last stay in memory until it is known what comes before and behind.
public final class IndexLeaves {
  private final PageSink pages;
  private final Payload payload;
  private final Page page;
  private byte[] waiting = new byte[0]; // the cell that found the page full
  private final List<byte[]> first = new ArrayList<>();
  private final List<byte[]> closed = new ArrayList<>();
  private byte[] cell = new byte[256];
  private boolean many;

  public IndexLeaves(PageSink pages) {
    this.pages = pages;
    this.page = new Page(Page.INDEX_LEAF, pages.pageSize());
    this.payload = Payload.ofIndex(pages.pageSize());
  }

  /// Adds the entry whose record stands at `at`.
  public void add(byte[] record, int at, int length) {
    var local = payload.local(length);
    if (cell.length < local + 16) {
      cell = new byte[local + 16];
    }
    var end = Varint.put(cell, 0, length);
    System.arraycopy(record, at, cell, end, local);
    end += local;
    if (local < length) {
      Big.putInt(cell, end, payload.overflow(pages, record, at + local, at + length));
      end += 4;
    }
    settle();
    if (page.hasRoom(end)) {
      page.put(cell, 0, end);
    } else {
      waiting = Arrays.copyOf(cell, end);
    }
  }

  /// Adds neighbouring cells of a leaf that is packed, see [Cells#isPacked()].
  void addAll(Cells leaf, int from, int to) {
    for (var at = from; at < to;) {
      settle();
      var taken = page.putAll(leaf, at, to);
      at += taken;
      if (taken == 0) {
        waiting = leaf.copy(at++);
      }
    }
  }

  /// The cells of the first leaf, when there are others, and the one behind it.
  List<byte[]> first() {
    return first;
  }

  /// The leaves between the first and the last as cells for the page above: number of the leaf, cell behind it.
  List<byte[]> closed() {
    return closed;
  }

  /// The last leaf, not yet written.
  Page last() {
    return page;
  }

  /// The cell that stands behind the last leaf because there was no room in it; empty when there is none.
  byte[] waiting() {
    return waiting;
  }

  /// Ends the page before the waiting cell: another one comes.
  private void settle() {
    if (waiting.length == 0) {
      return;
    }
    if (many) {
      closed.add(upper(pages.add(page.close(0)), waiting));
    } else {
      first.addAll(page.cells());
      first.add(waiting);
      many = true;
    }
    page.clear();
    waiting = new byte[0];
  }

  /// A cell of a leaf as a cell of the page above.
  static byte[] upper(int child, byte[] cell) {
    var upper = new byte[4 + cell.length];
    Big.putInt(upper, 0, child);
    System.arraycopy(cell, 0, upper, 4, cell.length);
    return upper;
  }
}
