package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.IndexCursor;
import band.civic.clerk.etl.bulk.format.IndexLeaves;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import band.civic.clerk.etl.bulk.sort.IndexEntries;

/// Entries of an index that stay, with those that come and without those that go. For one thread.
final class EntryMerge {
  private static final int CHECK = 50_000; // steps between two looks for a cancellation

  private final Changed removed;
  private final Changed added;
  private final ValueOrder order;

  /// @param columns how many columns are indexed
  EntryMerge(IndexEntries removed, IndexEntries added, int columns) {
    this.order = new ValueOrder(columns + 1); // the key counts
    this.removed = new Changed(removed);
    this.added = new Changed(added);
  }

  /// Merges the entries of the old index into the leaves of the new one. Entries that stand side by side, with nothing
  /// that comes or goes between them, are taken at once.
  ///
  /// @param checkCancelled throws when the work is to end; a range may hold one value with millions of entries
  void run(IndexCursor old, IndexLeaves leaves, Runnable checkCancelled) {
    var more = old.next();
    for (var step = 1; more; step++) {
      if (step % CHECK == 0) {
        checkCancelled.run();
      }
      var stay = removed.before(old, added.before(old, old.side()));
      more = stay > 0 ? old.moveTo(leaves, stay) : add(old, leaves);
    }
    if (removed.more) {
      throw lacks();
    }
    while (added.more) {
      added.addTo(leaves);
    }
  }

  /// Takes the next entry of the old index.
  private boolean add(IndexCursor old, IndexLeaves leaves) {
    var types = IndexCursor.types(old.bytes(), old.record());
    while (added.compare(old.bytes(), types) < 0) {
      added.addTo(leaves);
    }
    var gone = removed.compare(old.bytes(), types);
    if (gone < 0) {
      throw lacks();
    }
    if (gone == 0) {
      removed.next();
    } else {
      leaves.add(old.bytes(), old.record(), old.recordLength());
    }
    return old.next();
  }

  private static IllegalStateException lacks() {
    return new IllegalStateException("An index of the old table lacks an entry; its integrity_check will tell which");
  }

  /// The entries that come, or those that go.
  private final class Changed {
    private final IndexEntries entries;
    private boolean more;
    private int types;

    private Changed(IndexEntries entries) {
      this.entries = entries;
      next();
    }

    private void next() {
      more = entries.next();
      if (more) {
        types = IndexCursor.types(entries.record(), 0);
      }
    }

    /// Compares with an old entry; the end is behind everything.
    private int compare(byte[] old, int oldTypes) {
      return more ? order.compare(entries.record(), types, old, oldTypes) : 1;
    }

    /// How many of the next `count` entries that stand side by side come before the next of these: the search goes in
    /// steps that double, for it is near.
    private int before(IndexCursor old, int count) {
      if (!more || count == 0 || isBefore(old, count - 1)) {
        return count;
      }
      var before = 0; // so many are
      var not = count - 1; // this one is not
      for (var probe = 0; probe < not; probe = probe * 2 + 1) {
        if (isBefore(old, probe)) {
          before = probe + 1;
        } else {
          not = probe;
        }
      }
      while (before < not) {
        var middle = (before + not) >>> 1;
        if (isBefore(old, middle)) {
          before = middle + 1;
        } else {
          not = middle;
        }
      }
      return before;
    }

    private boolean isBefore(IndexCursor old, int further) {
      return old.compare(further, order, entries.record(), types) < 0;
    }

    private void addTo(IndexLeaves leaves) {
      leaves.add(entries.record(), 0, entries.length());
      next();
    }
  }
}
