package band.civic.clerk.etl.bulk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntToLongFunction;

/// Fingerprints in their table, 65,536 to a block.
final class FingerprintBlocks {
  private static final int BLOCK = 1 << 16;

  private FingerprintBlocks() {}

  static Fingerprints load(Connection connection, String scope) throws SQLException {
    createTable(connection);
    var known = new Fingerprints();
    try (var query = connection.prepareStatement(
        "SELECT kind, keys, hashes FROM bulk_fingerprints WHERE scope = ? ORDER BY id")) {
      query.setString(1, scope);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          add(known, "rows".equals(row.getString(1)), longs(row.getBytes(2)), longs(row.getBytes(3)));
        }
      }
    }
    return known;
  }

  static void clear(Connection connection, String scope) throws SQLException {
    createTable(connection);
    try (var delete = connection.prepareStatement("DELETE FROM bulk_fingerprints WHERE scope = ?")) {
      delete.setString(1, scope);
      delete.executeUpdate();
    }
  }

  /// Adds the rows from place `from` on.
  static void append(Connection connection, String scope, Fingerprints known, int from) throws SQLException {
    try (var insert = insert(connection, scope, "rows")) {
      for (var at = from; at < known.size(); at += BLOCK) {
        var first = at;
        var count = Math.min(BLOCK, known.size() - at);
        put(insert, count, i -> known.key(first + i), i -> known.hash(first + i));
      }
    }
  }

  /// Adds what holds at these places from now on.
  static void patch(Connection connection, String scope, Fingerprints known, LongList places) throws SQLException {
    try (var insert = insert(connection, scope, "patch")) {
      for (var at = 0; at < places.size(); at += BLOCK) {
        var first = at;
        var count = Math.min(BLOCK, places.size() - at);
        put(insert, count, i -> places.get(first + i), i -> known.hash((int) places.get(first + i)));
      }
    }
  }

  private static void add(Fingerprints known, boolean rows, ByteBuffer keys, ByteBuffer hashes) {
    while (keys.hasRemaining()) {
      if (rows) {
        known.add(keys.getLong(), hashes.getLong());
      } else {
        known.set((int) keys.getLong(), hashes.getLong());
      }
    }
  }

  private static PreparedStatement insert(Connection connection, String scope, String kind) throws SQLException {
    var insert = connection.prepareStatement(
        "INSERT INTO bulk_fingerprints(scope, kind, keys, hashes) VALUES (?, ?, ?, ?)");
    insert.setString(1, scope);
    insert.setString(2, kind);
    return insert;
  }

  private static void put(PreparedStatement insert, int count, IntToLongFunction keys, IntToLongFunction hashes)
      throws SQLException {
    insert.setBytes(3, pack(count, keys));
    insert.setBytes(4, pack(count, hashes));
    insert.executeUpdate();
  }

  private static byte[] pack(int count, IntToLongFunction values) {
    var packed = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var i = 0; i < count; i++) {
      packed.putLong(values.applyAsLong(i));
    }
    return packed.array();
  }

  private static ByteBuffer longs(byte[] packed) {
    return ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void createTable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(Fingerprints.CREATE_TABLE);
    }
  }
}
