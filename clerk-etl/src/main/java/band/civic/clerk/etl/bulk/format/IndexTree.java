package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Joins the leaves of an index and puts interior pages over them (section 1.6). A cell that finds its page full goes
/// up, between that page and the next; interior pages do the same with theirs.
///
/// The cell waits until another comes. When none comes, the last cell of the full page goes up instead, for the next
/// page may not be empty.
public final class IndexTree {
  private static final int CHILD = 4; // bytes of a page number before a cell of an interior page

  private final PageSink pages;
  private final int root;
  private final List<Level> levels = new ArrayList<>();

  private IndexTree(PageSink pages, int root) {
    this.pages = pages;
    this.root = root;
    levels.add(new Level(new Page(Page.INDEX_LEAF, pages.pageSize())));
  }

  /// The page of a level that is being filled, and the cell that found it full, if one did.
  private static final class Level {
    private Page page;
    private byte[] waiting = new byte[0];

    private Level(Page page) {
      this.page = page;
    }
  }

  /// Joins the leaves of neighbouring ranges, in this order, under the page `root`, which exists and is empty. A tree
  /// without entries is left as SQLite made it.
  public static void build(PageSink pages, int root, List<IndexLeaves> ranges) {
    var tree = new IndexTree(pages, root);
    ranges.forEach(tree::append);
    tree.finish();
  }

  private void append(IndexLeaves range) {
    var first = range.first();
    if (first.isEmpty()) {
      range.last().cells().forEach(cell -> insert(0, cell));
      if (range.waiting().length > 0) {
        insert(0, range.waiting());
      }
      return;
    }
    first.subList(0, first.size() - 1).forEach(cell -> insert(0, cell));
    settle(0);
    promote(0, first.getLast());
    range.closed().forEach(cell -> insert(1, cell));
    levels.getFirst().page = range.last();
    levels.getFirst().waiting = range.waiting();
  }

  private void finish() {
    var child = 0; // leaves have none
    for (var at = 0; at < levels.size(); at++) {
      settle(at);
      var level = levels.get(at);
      if (at < levels.size() - 1) {
        child = pages.add(level.page.close(child));
      } else if (!level.page.isEmpty()) {
        pages.put(root, level.page.close(child));
      }
    }
  }

  /// Puts a waiting cell into a page of its own, and the one before it up.
  private void settle(int at) {
    var level = levels.get(at);
    if (level.waiting.length > 0) {
      var waiting = level.waiting;
      level.waiting = new byte[0];
      promote(at, level.page.removeLastCell());
      level.page.put(waiting, 0, waiting.length);
    }
  }

  private void insert(int at, byte[] cell) {
    var level = levels.get(at);
    if (level.waiting.length > 0) {
      var waiting = level.waiting;
      level.waiting = new byte[0];
      promote(at, waiting);
    }
    if (level.page.hasRoom(cell.length)) {
      level.page.put(cell, 0, cell.length);
    } else {
      level.waiting = cell;
    }
  }

  /// Closes the page of a level and sends the cell up, with that page as its child. The child that the cell itself had
  /// becomes the page's last.
  private void promote(int at, byte[] cell) {
    var page = levels.get(at).page;
    var isLeaf = at == 0;
    var number = pages.add(page.close(isLeaf ? 0 : Big.getInt(cell, 0)));
    page.clear();
    if (at + 1 == levels.size()) {
      levels.add(new Level(new Page(Page.INDEX_INTERIOR, pages.pageSize())));
    }
    insert(at + 1, IndexLeaves.upper(number, isLeaf ? cell : Arrays.copyOfRange(cell, CHILD, cell.length)));
  }
}
