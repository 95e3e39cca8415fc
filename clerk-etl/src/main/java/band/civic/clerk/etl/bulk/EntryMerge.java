package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.IndexCursor;
import band.civic.clerk.etl.bulk.format.IndexTree;
import band.civic.clerk.etl.bulk.format.ValueOrder;
import band.civic.clerk.etl.bulk.format.Varint;
import band.civic.clerk.etl.bulk.sort.IndexEntries;

/// Entries of an index that stay, with those that come and without those that go. For one thread.
final class EntryMerge {
  private final Changed removed;
  private final Changed added;
  private final ValueOrder order;

  /// @param columns how many columns are indexed
  EntryMerge(IndexEntries removed, IndexEntries added, int columns) {
    this.order = new ValueOrder(columns + 1); // the key counts
    this.removed = new Changed(removed);
    this.added = new Changed(added);
  }

  /// Takes the next entry of the old index.
  void add(IndexCursor old, IndexTree tree) {
    var types = types(old.bytes(), old.record());
    var prefix = order.prefix(old.bytes(), types, old.record() + old.recordLength());
    while (added.compare(old.bytes(), types, prefix) < 0) {
      added.addTo(tree);
    }
    var gone = removed.compare(old.bytes(), types, prefix);
    if (gone < 0) {
      throw lacks();
    }
    if (gone == 0) {
      removed.next();
    } else {
      tree.add(old.bytes(), old.record(), old.recordLength());
    }
  }

  /// Adds what comes behind the last entry of the old index.
  void finish(IndexTree tree) {
    if (removed.more) {
      throw lacks();
    }
    while (added.more) {
      added.addTo(tree);
    }
  }

  private static IllegalStateException lacks() {
    return new IllegalStateException("An index of the old table lacks an entry; its integrity_check will tell which");
  }

  /// Where the types of a record start: behind the length of its header.
  private static int types(byte[] record, int at) {
    return at + Varint.length(Varint.get(record, at));
  }

  /// The entries that come, or those that go.
  private final class Changed {
    private final IndexEntries entries;
    private boolean more;
    private int types;
    private long prefix;

    private Changed(IndexEntries entries) {
      this.entries = entries;
      next();
    }

    private void next() {
      more = entries.next();
      if (more) {
        types = types(entries.record(), 0);
        prefix = order.prefix(entries.record(), types, entries.length());
      }
    }

    /// Compares with an old entry; the end is behind everything.
    private int compare(byte[] old, int oldTypes, long oldPrefix) {
      if (!more) {
        return 1;
      }
      return prefix != oldPrefix
          ? Long.compare(prefix, oldPrefix)
          : order.compare(entries.record(), types, old, oldTypes);
    }

    private void addTo(IndexTree tree) {
      tree.add(entries.record(), 0, entries.length());
      next();
    }
  }
}
