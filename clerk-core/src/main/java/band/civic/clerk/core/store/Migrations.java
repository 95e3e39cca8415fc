package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Whether the schema is the newest. A plain query, because Flyway costs 400 ms even when there is nothing to do; it is
/// loaded only when the stored version differs.
final class Migrations {
  /// The version of the newest file in `db/registry`; a test holds the two together.
  static final int NEWEST = 3;

  private static final String STORED = "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success";

  private Migrations() {}

  /// Brings the schema up to date, if it is not.
  static void bringUpToDate(Connections connections) {
    if (!isCurrent(connections)) {
      new Flyways(connections).migrate();
    }
  }

  /// Whether the stored version is this clerk's.
  ///
  /// @throws BadConfiguration when it is a newer clerk's
  static boolean isCurrent(Connections connections) {
    var stored = findVersion(connections).orElse(0);
    if (stored > NEWEST) {
      throw new BadConfiguration(
          "The registry %s was made by a newer clerk (schema %d, this one knows %d). Use that one."
              .formatted(connections.name(), stored, NEWEST));
    }
    return stored == NEWEST;
  }

  /// The stored version; empty in a database that clerk never opened.
  static Optional<Integer> findVersion(Connections connections) {
    try {
      var connection = connections.acquire();
      try {
        return findVersion(connection);
      } finally {
        connections.release(connection);
      }
    } catch (SQLException e) {
      throw Failures.opening(e, connections.name());
    }
  }

  private static Optional<Integer> findVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(STORED)) {
      return rows.next() && rows.getInt(1) > 0 ? Optional.of(rows.getInt(1)) : Optional.empty();
    } catch (SQLException e) {
      // SQLite says "no such table" with its general code, PostgreSQL has a state for it
      if ("42P01".equals(e.getSQLState()) || String.valueOf(e.getMessage()).contains("no such table")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
