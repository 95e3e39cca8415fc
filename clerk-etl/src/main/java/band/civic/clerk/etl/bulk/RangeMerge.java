package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.TableCursor;
import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.sort.IndexRange;
import band.civic.clerk.etl.bulk.sort.KeyRange;

/// Merges the rows of one range of an old table with the changes to it, and collects what that does to the indexes. Rows
/// that stand side by side, with nothing that happens between them, are taken at once. For one thread, one range after
/// another.
final class RangeMerge {
  private final TableCursor changed;
  private final TableCursor retired;
  private final IndexRange removed;
  private final IndexRange added;
  private boolean moreChanged;
  private boolean moreRetired;

  RangeMerge(TableCursor changed, TableCursor retired, IndexRange removed, IndexRange added) {
    this.changed = changed;
    this.retired = retired;
    this.removed = removed;
    this.added = added;
  }

  /// Adds the rows of a range to the leaves.
  ///
  /// @param range its place among the ranges
  /// @param old its old rows
  /// @param keys that may be in it
  void run(int range, TableCursor old, KeyRange keys, TableLeaves leaves) {
    removed.clear();
    added.clear();
    moreChanged = changed.seek(keys.first());
    moreRetired = retired.seek(keys.first());
    for (var more = old.next(); more;) {
      var side = old.sideBelow(nextKey());
      more = side > 0 ? old.moveTo(leaves, side) : add(old, leaves);
    }
    while (moreChanged && changed.key() <= keys.last()) {
      addChanged(leaves);
    }
    leaves.finish();
    removed.write(range);
    added.write(range);
  }

  /// The key up to which nothing happens to the old rows.
  private long nextKey() {
    return Math.min(moreChanged ? changed.key() : Long.MAX_VALUE, moreRetired ? retired.key() : Long.MAX_VALUE);
  }

  /// Takes one old row.
  private boolean add(TableCursor old, TableLeaves leaves) {
    while (moreChanged && changed.key() < old.key()) {
      addChanged(leaves);
    }
    while (moreRetired && retired.key() < old.key()) {
      moreRetired = retired.next(); // the table does not have it
    }
    if (moreChanged && changed.key() == old.key()) {
      removed.add(old.key(), old.bytes(), old.cell());
      addChanged(leaves);
    } else if (moreRetired && retired.key() == old.key()) {
      removed.add(old.key(), old.bytes(), old.cell());
    } else {
      leaves.add(old.key(), old.bytes(), old.cell(), old.cellLength());
    }
    return old.next();
  }

  private void addChanged(TableLeaves leaves) {
    leaves.add(changed.key(), changed.bytes(), changed.cell(), changed.cellLength());
    added.add(changed.key(), changed.bytes(), changed.cell());
    moreChanged = changed.next();
  }
}
