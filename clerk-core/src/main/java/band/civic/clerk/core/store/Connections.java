package band.civic.clerk.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Where the registry's connections come from. Free of jOOQ, so that a command that only reads costs no more than JDBC.
sealed interface Connections extends AutoCloseable permits SqliteConnections, PostgresConnections {

  /// Borrows a connection; [#release(Connection)] gives it back.
  Connection acquire() throws SQLException;

  void release(Connection connection) throws SQLException;

  /// Unpooled connections, for Flyway.
  DataSource unpooled();

  /// The database as people may see it: a path, or an address without user and password.
  String name();

  @Override
  void close();

  /// @throws band.civic.clerk.spi.ClerkException when the database cannot be reached or is not one
  static Connections open(String jdbcUrl) {
    return jdbcUrl.startsWith(SqliteConnections.PREFIX)
        ? SqliteConnections.open(jdbcUrl)
        : PostgresConnections.open(jdbcUrl);
  }
}
