package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.List;

/// Goes through the entries of an index in their order: of an interior page, what is below a cell comes before it. For
/// one thread.
public final class IndexCursor {
  private static final int NOWHERE = 0; // no page has that number

  private final PageReader pages;
  private final int root;
  private final List<Cells> levels = new ArrayList<>();
  private final List<Integer> next = new ArrayList<>(); // cell of each level
  private int depth;
  private Cells current;
  private int at; // cell of the current page
  private int endPage = NOWHERE;
  private int endCell;

  /// Stands before the first entry.
  public IndexCursor(PageReader pages, int root) {
    this.pages = pages;
    this.root = root;
    this.current = new Cells(pages);
    descend(0, root);
  }

  /// Stands before the first entry whose values are in the range, and ends behind the last.
  public IndexCursor(PageReader pages, int root, ValueRange range) {
    this(pages, root);
    if (range.to().isPresent()) {
      seek(range.to().get(), range.columns());
      if (next()) {
        endPage = current.number();
        endCell = at;
      }
      descend(0, root);
    }
    range.from().ifPresent(from -> seek(from, range.columns()));
  }

  /// Goes to the next entry. False: there is none.
  public boolean next() {
    while (next.get(depth) >= levels.get(depth).count()) {
      if (--depth < 0) {
        return false;
      }
    }
    current = levels.get(depth);
    at = next.get(depth);
    if (current.number() == endPage && at == endCell) {
      return false;
    }
    current.read(at);
    next.set(depth, at + 1);
    if (!current.isLeaf()) {
      descend(depth + 1, current.child(at + 1));
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

  /// How many entries from this one on stand side by side on a packed leaf and can be taken at once; 0 when this one
  /// cannot.
  public int side() {
    if (!current.isPacked()) {
      return 0;
    }
    return (current.number() == endPage ? endCell : current.count()) - at;
  }

  /// Compares an entry of those side by side with a record.
  ///
  /// @param further how many entries behind this one
  public int compare(int further, ValueOrder order, byte[] record, int types) {
    var page = current.page();
    return order.compare(page, types(page, current.record(at + further)), record, types);
  }

  /// Adds entries side by side to the leaves of another index, and goes to the next one. False: there is none.
  ///
  /// @param count how many, this one the first
  public boolean moveTo(IndexLeaves leaves, int count) {
    leaves.addAll(current, at, at + count);
    next.set(depth, at + count);
    return next();
  }

  /// Where the types of a record start: behind the length of its header.
  public static int types(byte[] record, int at) {
    return at + Varint.length(Varint.get(record, at));
  }

  /// Stands before the first entry whose values are not below `value`.
  private void seek(IndexValue value, int columns) {
    var bound = new IndexRecord();
    bound.setValues(value.bytes(), columns);
    bound.setKey(Long.MIN_VALUE);
    var order = new ValueOrder(columns + 1);
    var types = types(bound.bytes(), 0);
    depth = 0;
    for (var number = root;; depth++) {
      var cells = level(depth);
      cells.open(number);
      var from = 0;
      var to = cells.count();
      while (from < to) {
        var middle = (from + to) >>> 1;
        cells.read(middle);
        if (order.compare(cells.bytes(), types(cells.bytes(), cells.payloadAt()), bound.bytes(), types) < 0) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      next.set(depth, from);
      if (cells.isLeaf()) {
        return;
      }
      number = cells.child(from);
    }
  }

  private Cells level(int level) {
    if (level == levels.size()) {
      levels.add(new Cells(pages));
      next.add(0);
    }
    return levels.get(level);
  }

  private void descend(int level, int page) {
    depth = level;
    for (var number = page;; depth++) {
      var cells = level(depth);
      cells.open(number);
      next.set(depth, 0);
      if (cells.isLeaf()) {
        return;
      }
      number = cells.child(0);
    }
  }
}
