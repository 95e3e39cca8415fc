package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.RecordBuilder;
import band.civic.clerk.etl.bulk.format.TableLeaves;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What a new release does to the fingerprints of the one before.
final class Changes {
  private final Fingerprints known;
  private final LongList places = new LongList(); // changed or retired
  private final LongList hashes = new LongList();
  private final BitSet changed = new BitSet();
  private final LongList newKeys = new LongList();
  private final LongList newHashes = new LongList();
  private final LongList newLines = new LongList();
  private long returned;
  private long retired;
  private long unchanged;

  Changes(Fingerprints known) {
    this.known = known;
  }

  void addNew(long key, long hash, long line) {
    newKeys.add(key);
    newHashes.add(hash);
    newLines.add(line);
  }

  /// @param wasRetired whether the row had gone and is back
  void change(int place, long hash, boolean wasRetired) {
    places.add(place);
    hashes.add(hash);
    changed.set(place);
    returned += wasRetired ? 1 : 0;
  }

  /// Settles the rows that did not change, and adds the keys of those that are gone to the table.
  void settle(KnownRows seen, TableLeaves retiredKeys) {
    var gone = new LongList();
    for (var place = 0; place < known.size(); place++) {
      if (changed.get(place)) {
        continue;
      }
      if (seen.sameLine(place) > 0) {
        unchanged++;
      } else if (seen.isGone(place)) {
        gone.add(known.key(place));
        places.add(place);
        hashes.add(Fingerprints.RETIRED);
      }
    }
    retired = gone.size();
    addKeys(gone, retiredKeys);
  }

  long added() {
    return newKeys.size() + returned;
  }

  long changed() {
    return changed.cardinality() - returned;
  }

  long unchanged() {
    return unchanged;
  }

  long retired() {
    return retired;
  }

  /// The keys of rows that changed or are back, in order.
  LongStream changedKeys() {
    return IntStream.range(0, places.size())
        .filter(i -> hashes.get(i) != Fingerprints.RETIRED)
        .mapToLong(i -> known.key((int) places.get(i)))
        .sorted();
  }

  void save(Connection connection, String scope) throws SQLException {
    var first = known.size();
    apply();
    FingerprintBlocks.patch(connection, scope, known, places);
    FingerprintBlocks.append(connection, scope, known, first);
  }

  /// The fingerprints after the changes. New rows go behind the known ones, in the order of their source.
  Fingerprints apply() {
    for (var i = 0; i < places.size(); i++) {
      known.set((int) places.get(i), hashes.get(i));
    }
    var byLine = new long[newKeys.size()];
    Arrays.setAll(byLine, i -> (newLines.get(i) << 31) | i);
    Arrays.sort(byLine); // line numbers have 32 bits
    for (var packed : byLine) {
      var i = (int) packed & Integer.MAX_VALUE;
      known.add(newKeys.get(i), newHashes.get(i));
    }
    return known;
  }

  private static void addKeys(LongList keys, TableLeaves table) {
    var sorted = new long[keys.size()];
    Arrays.setAll(sorted, keys::get);
    Arrays.sort(sorted);
    var record = new RecordBuilder();
    record.addNull(); // the key itself is the rowid
    var cell = new byte[20];
    for (var key : sorted) {
      table.add(key, cell, 0, record.putCell(cell, key));
    }
    table.finish();
  }
}
