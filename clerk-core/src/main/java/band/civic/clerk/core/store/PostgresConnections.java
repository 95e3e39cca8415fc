package band.civic.clerk.core.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A small pool of connections to a PostgreSQL server, made when the first is borrowed.
final class PostgresConnections implements Connections {
  private static final String DRIVER = "org.postgresql.Driver";
  private static final int CONNECT_SECONDS = 10;
  private static final int POOL_SIZE = 4;

  private final DataSource source;
  private final String name;
  private @Nullable HikariDataSource pool;

  private PostgresConnections(DataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  static PostgresConnections open(String jdbcUrl) {
    var properties = new Properties();
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("ApplicationName", "clerk");
    register();
    // user and password stand in the address
    var source = new DriverDataSource(jdbcUrl, DRIVER, properties, null, null);
    return new PostgresConnections(source, jdbcUrl.replaceFirst("\\?.*$", ""));
  }

  @Override
  public Connection acquire() throws SQLException {
    return pool().getConnection();
  }

  @Override
  public void release(Connection borrowed) throws SQLException {
    borrowed.close();
  }

  @Override
  public DataSource unpooled() {
    return source;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
    }
  }

  /// Connections beside those of the registry itself.
  ConnectionPool openPool(int size) {
    return new ConnectionPool(newPool(size));
  }

  /// The driver registers itself when it is loaded. The JDK looks for drivers once, and not at all in our class path when
  /// a plugin's code asked first.
  private static void register() {
    try {
      Class.forName(DRIVER);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized HikariDataSource pool() throws SQLException {
    if (pool == null) {
      // tells at once and in the driver's words what the pool would tell late and with a stack trace in the log
      source.getConnection().close();
      pool = newPool(POOL_SIZE);
    }
    return pool;
  }

  private HikariDataSource newPool(int size) {
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
    return new HikariDataSource(config);
  }
}
