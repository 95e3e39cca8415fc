package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.TableCursor;
import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.sort.IndexRange;
import band.civic.clerk.etl.bulk.sort.KeyRange;

/// Merges the rows of one range of an old table with the changes to it, and collects what that does to the indexes. For
/// one thread, one range after another.
final class RangeMerge {
  private final TableCursor changed;
  private final TableCursor retired;
  private final IndexRange removed;
  private final IndexRange added;

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
    var moreChanged = changed.seek(keys.first());
    var moreRetired = retired.seek(keys.first());
    while (old.next()) {
      while (moreChanged && changed.key() < old.key()) {
        moreChanged = add(leaves);
      }
      if (moreChanged && changed.key() == old.key()) {
        removed.add(old.key(), old.bytes(), old.cell());
        moreChanged = add(leaves);
        continue;
      }
      while (moreRetired && retired.key() < old.key()) {
        moreRetired = retired.next(); // the table does not have it
      }
      if (moreRetired && retired.key() == old.key()) {
        removed.add(old.key(), old.bytes(), old.cell());
      } else {
        leaves.add(old.key(), old.bytes(), old.cell(), old.cellLength());
      }
    }
    while (moreChanged && changed.key() <= keys.last()) {
      moreChanged = add(leaves);
    }
    leaves.finish();
    removed.write(range);
    added.write(range);
  }

  private boolean add(TableLeaves leaves) {
    leaves.add(changed.key(), changed.bytes(), changed.cell(), changed.cellLength());
    added.add(changed.key(), changed.bytes(), changed.cell());
    return changed.next();
  }
}
