package band.civic.clerk.etl.bulk.format;

import java.util.List;

/// Puts interior pages over the leaves of a table (section 1.6): each holds its children and, for all but the last,
/// the largest key below it.
public final class TableTree {
  private final PageSink pages;
  private final int root;

  private TableTree(PageSink pages, int root) {
    this.pages = pages;
    this.root = root;
  }

  /// Pages of one level, in order.
  private static final class Level {
    private final int[] numbers;
    private final long[] lastKeys;
    private int count;

    private Level(int most) {
      numbers = new int[most];
      lastKeys = new long[most];
    }

    private void add(int number, long lastKey) {
      numbers[count] = number;
      lastKeys[count++] = lastKey;
    }
  }

  /// Joins the leaves of neighbouring ranges of keys, in this order, under the page `root`, which exists and is empty.
  public static void build(PageSink pages, int root, List<TableLeaves> ranges) {
    var count = ranges.stream().mapToInt(TableLeaves::count).sum();
    if (count == 0) {
      return; // the root is an empty leaf, as SQLite made it
    }
    if (count == 1) {
      ranges.stream().filter(range -> range.count() == 1).forEach(range -> range.moveTo(root));
      return;
    }
    var level = new Level(count);
    for (var range : ranges) {
      for (var leaf = 0; leaf < range.count(); leaf++) {
        level.add(range.number(leaf), range.lastKey(leaf));
      }
    }
    new TableTree(pages, root).join(level);
  }

  private void join(Level leaves) {
    var level = leaves;
    while (level.count > 0) {
      level = parents(level);
    }
  }

  /// The level above, or an empty one when the root was written.
  private Level parents(Level children) {
    var parents = new Level(children.count / 2 + 1);
    var page = new Page(Page.TABLE_INTERIOR, pages.pageSize());
    for (var at = 0; at < children.count;) {
      var end = fill(page, children, at);
      var bytes = page.close(children.numbers[end - 1]);
      if (at == 0 && end == children.count) {
        pages.put(root, bytes);
        return new Level(0);
      }
      parents.add(pages.add(bytes), children.lastKeys[end - 1]);
      at = end;
    }
    return parents;
  }

  /// Fills the page with children from `from` on and returns where the next page starts. The last child has no cell.
  private static int fill(Page page, Level children, int from) {
    page.clear();
    var at = from;
    while (at < children.count - 1 && page.hasRoom(cellLength(children, at))) {
      put(page, children, at++);
    }
    if (at == children.count - 2) { // one would be left alone, and a page needs a cell
      page.removeLastCell();
      at--;
    }
    return at + 1;
  }

  private static int cellLength(Level children, int at) {
    return 4 + Varint.length(children.lastKeys[at]);
  }

  private static void put(Page page, Level children, int at) {
    var cell = page.addCell(cellLength(children, at));
    Big.putInt(page.bytes(), cell, children.numbers[at]);
    Varint.put(page.bytes(), cell + 4, children.lastKeys[at]);
  }
}
