package band.civic.clerk.etl.bulk.format;

import java.util.ArrayList;
import java.util.List;

/// Goes through rows of a table in the order of their keys. For one thread.
public final class TableCursor {
  private final Cells cells;
  private final List<Integer> leaves;
  private int leaf = -1;
  private int cell;

  /// Stands before the first row of the first of these leaves.
  ///
  /// @param leaves neighbouring ones, from [#leaves(PageReader, int)]
  public TableCursor(PageReader pages, List<Integer> leaves) {
    this.cells = new Cells(pages);
    this.leaves = leaves;
  }

  /// The leaf pages of the table with that root, in order.
  public static List<Integer> leaves(PageReader pages, int root) {
    var cells = new Cells(pages);
    var level = List.of(root);
    for (cells.open(root); !cells.isLeaf(); cells.open(level.getFirst())) {
      var below = new ArrayList<Integer>();
      for (var page : level) {
        cells.open(page);
        for (var i = 0; i <= cells.count(); i++) {
          below.add(cells.child(i));
        }
      }
      level = below;
    }
    return level;
  }

  /// The first key of a leaf that has rows.
  public static long firstKey(PageReader pages, int leaf) {
    var cells = new Cells(pages);
    cells.open(leaf);
    return cells.key(0);
  }

  /// Goes to the next row. False: there is none.
  public boolean next() {
    cell++;
    while (leaf < 0 || cell >= cells.count()) {
      if (++leaf >= leaves.size()) {
        return false;
      }
      cells.open(leaves.get(leaf));
      cell = 0;
    }
    cells.read(cell);
    return true;
  }

  /// Goes to the first row whose key is not below `key`, in a table none of whose
  /// leaves but its only one is empty. False: there is none.
  public boolean seek(long key) {
    var from = 0;
    var to = leaves.size() - 1;
    while (from < to) { // the last leaf that starts at or below the key, or the first
      var middle = (from + to + 1) >>> 1;
      cells.open(leaves.get(middle));
      if (cells.key(0) <= key) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    leaf = from;
    cell = -1;
    cells.open(leaves.get(from));
    var more = next();
    while (more && key() < key) {
      more = next();
    }
    return more;
  }

  /// How many rows from this one on stand side by side on a packed leaf, have keys below `key`, and so can be taken at
  /// once.
  public int sideBelow(long key) {
    if (!cells.isPacked()) {
      return 0;
    }
    var from = cell;
    var to = cells.count();
    if (cells.key(to - 1) < key) {
      return to - from;
    }
    while (from < to) {
      var middle = (from + to) >>> 1;
      if (cells.key(middle) < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - cell;
  }

  /// Adds rows side by side to the leaves of another table, and goes to the next one. False: there is none.
  ///
  /// @param count how many, this one the first
  public boolean moveTo(TableLeaves into, int count) {
    into.addAll(cells, cell, cell + count);
    cell += count - 1;
    return next();
  }

  public long key() {
    return cells.key();
  }

  /// The array in which the cell of the row stands.
  public byte[] bytes() {
    return cells.bytes();
  }

  /// Where the cell starts: length of the record, key, record.
  public int cell() {
    return cells.cellAt();
  }

  public int cellLength() {
    return cells.cellLength();
  }
}
