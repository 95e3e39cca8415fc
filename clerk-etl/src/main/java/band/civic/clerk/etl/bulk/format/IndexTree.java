package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fills an index b-tree (section 1.6) with entries in their order. An entry that finds its leaf full does not open the
/// next leaf but goes up, between the two; interior pages do the same with theirs.
///
/// The entry waits until another comes. When none comes, the last entry of the full page goes up instead, for the next
/// page may not be empty.
public final class IndexTree {
  private static final int CHILD = 4; // bytes of a page number before a cell of an interior page

  private final PageSink pages;
  private final int root;
  private final Payload payload;
  private final List<Level> levels = new ArrayList<>();
  private byte[] cell = new byte[256];

  /// @param root the page that the tree starts at; it exists and is empty
  public IndexTree(PageSink pages, int root) {
    this.pages = pages;
    this.root = root;
    this.payload = Payload.ofIndex(pages.pageSize());
    levels.add(new Level(new Page(Page.INDEX_LEAF, pages.pageSize())));
  }

  /// The page of a level that is being filled, and the cell that found it full, if one did.
  private static final class Level {
    private final Page page;
    private byte[] waiting = new byte[0];

    private Level(Page page) {
      this.page = page;
    }
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
    insert(0, cell, end);
  }

  /// Ends the last pages and writes the root. A tree without entries is left as SQLite made it.
  public void finish() {
    var child = 0; // leaves have none
    for (var at = 0; at < levels.size(); at++) {
      var level = levels.get(at);
      if (level.waiting.length > 0) {
        var waiting = level.waiting;
        level.waiting = new byte[0];
        promote(at, level.page.removeLastCell());
        put(level.page, waiting, waiting.length);
      }
      if (at < levels.size() - 1) {
        child = pages.add(level.page.close(child));
      } else if (!level.page.isEmpty()) {
        pages.put(root, level.page.close(child));
      }
    }
  }

  private void insert(int at, byte[] bytes, int length) {
    var level = levels.get(at);
    if (level.waiting.length > 0) {
      var waiting = level.waiting;
      level.waiting = new byte[0];
      promote(at, waiting);
    }
    if (level.page.hasRoom(length)) {
      put(level.page, bytes, length);
    } else {
      level.waiting = Arrays.copyOf(bytes, length);
    }
  }

  /// Closes the page of a level and sends the cell up, with that page as its child. The child that the cell itself had
  /// becomes the page's last.
  private void promote(int at, byte[] bytes) {
    var page = levels.get(at).page;
    var isLeaf = at == 0;
    var number = pages.add(page.close(isLeaf ? 0 : Big.getInt(bytes, 0)));
    page.clear();
    var start = isLeaf ? 0 : CHILD;
    var upper = new byte[CHILD + bytes.length - start];
    Big.putInt(upper, 0, number);
    System.arraycopy(bytes, start, upper, CHILD, bytes.length - start);
    if (at + 1 == levels.size()) {
      levels.add(new Level(new Page(Page.INDEX_INTERIOR, pages.pageSize())));
    }
    insert(at + 1, upper, upper.length);
  }

  private static void put(Page page, byte[] bytes, int length) {
    var cell = page.addCell(length);
    System.arraycopy(bytes, 0, page.bytes(), cell, length);
  }
}
