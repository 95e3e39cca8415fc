package band.civic.clerk.core.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/// Further connections to a registry on a server, for a library that manages its own transactions.
public final class ConnectionPool implements AutoCloseable {
  private final HikariDataSource pool;

  ConnectionPool(HikariDataSource pool) {
    this.pool = pool;
  }

  /// A connection; closing it gives it back.
  public Connection getConnection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }
}
