package band.civic.clerk.etl.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Key and hash of every row of one source, in the order of that source: what the next release is compared with. Sixteen
/// bytes a row in memory and in the database.
///
/// In the database they are packed by block, as table [#CREATE_TABLE] describes; a later release adds its new rows as
/// further blocks and what it changed as patches, so that little is written. A row that was retired keeps its place.
public final class Fingerprints {
  /// The table that keeps them, one set for each scope. `kind` is `rows` (keys and hashes) or `patch` (places and the
  /// hashes that hold there from now on, 0 for a retired row); numbers are little-endian longs; blocks apply in the
  /// order of their ids.
  public static final String CREATE_TABLE = """
      CREATE TABLE IF NOT EXISTS bulk_fingerprints (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('rows', 'patch')),
        keys BLOB NOT NULL,
        hashes BLOB NOT NULL
      )""";

  static final long RETIRED = 0;

  private final LongList keys = new LongList();
  private final LongList hashes = new LongList();

  Fingerprints() {}

  /// Reads the fingerprints of a scope (`indiv/2026`); there may be none.
  public static Fingerprints load(Connection connection, String scope) throws SQLException {
    return FingerprintBlocks.load(connection, scope);
  }

  /// Puts these fingerprints in the place of all that the scope had. Part of the caller's transaction.
  public void save(Connection connection, String scope) throws SQLException {
    FingerprintBlocks.clear(connection, scope);
    FingerprintBlocks.append(connection, scope, this, 0);
  }

  /// How many rows are known, retired ones included.
  public int size() {
    return keys.size();
  }

  /// The hashes of the rows that are not retired.
  public LongStream hashes() {
    return IntStream.range(0, size()).mapToLong(hashes::get).filter(hash -> hash != RETIRED);
  }

  long key(int place) {
    return keys.get(place);
  }

  /// The hash of a row, or [#RETIRED].
  long hash(int place) {
    return hashes.get(place);
  }

  void add(long key, long hash) {
    keys.add(key);
    hashes.add(hash);
  }

  void set(int place, long hash) {
    hashes.set(place, hash);
  }
}
