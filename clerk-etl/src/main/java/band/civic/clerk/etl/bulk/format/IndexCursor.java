package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.List;

/// Goes through the entries of an index in their order: of an interior page, what is below a cell comes before it.
public final class IndexCursor {
  private final PageReader pages;
  private final List<Cells> levels = new ArrayList<>();
  private final List<Integer> next = new ArrayList<>(); // cell of each level
  private int depth;
  private Cells current;

  /// Stands before the first entry.
  public IndexCursor(PageReader pages, int root) {
    this.pages = pages;
    this.current = new Cells(pages);
    descend(0, root);
  }

  /// Goes to the next entry. False: there is none.
  public boolean next() {
    while (next.get(depth) >= levels.get(depth).count()) {
      if (--depth < 0) {
        return false;
      }
    }
    current = levels.get(depth);
    var cell = next.get(depth);
    current.read(cell);
    next.set(depth, cell + 1);
    if (!current.isLeaf()) {
      descend(depth + 1, current.child(cell + 1));
    }
    return true;
  }

  /// The array in which the record of the entry stands.
  public byte[] bytes() {
    return current.bytes();
  }

  public int record() {
    return current.payloadAt();
  }

  public int recordLength() {
    return current.payloadLength();
  }

  private void descend(int level, int page) {
    depth = level;
    for (var number = page;; depth++) {
      if (depth == levels.size()) {
        levels.add(new Cells(pages));
        next.add(0);
      }
      var cells = levels.get(depth);
      cells.open(number);
      next.set(depth, 0);
      if (cells.isLeaf()) {
        return;
      }
      number = cells.child(0);
    }
  }
}
