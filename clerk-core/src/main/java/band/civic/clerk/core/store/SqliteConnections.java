package band.civic.clerk.core.store;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// One connection to one file, lent to one thread at a time. The lock is re-entrant: whoever is in a transaction and
/// asks again gets the same connection, and so never waits for itself.
final class SqliteConnections implements Connections {
  static final String PREFIX = "jdbc:sqlite:";

  private static final int BUSY_MILLIS = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final SQLiteDataSource source;
  private final String file;
  private final Connection connection;

  private SqliteConnections(SQLiteDataSource source, String file, Connection connection) {
    this.source = source;
    this.file = file;
    this.connection = connection;
  }

  static SqliteConnections open(String jdbcUrl) {
    var file = jdbcUrl.substring(PREFIX.length()).replaceFirst("\\?.*$", "");
    makeDirectory(Path.of(file).toAbsolutePath().resolveSibling(""));
    SqliteDriver.useUnpackedLibrary();
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return new SqliteConnections(source, file, connect(source, file));
  }

  /// SQLite does not wait by itself while several make a new file a write-ahead one.
  private static Connection connect(SQLiteDataSource source, String file) {
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        if (e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() > end) {
          throw Failures.opening(e, file);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  @Override
  public Connection acquire() {
    lock.lock();
    return connection;
  }

  @Override
  public void release(Connection borrowed) {
    lock.unlock();
  }

  @Override
  public DataSource unpooled() {
    return source;
  }

  @Override
  public String name() {
    return file;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failures.opening(e, file);
    } finally {
      lock.unlock();
    }
  }

  private static void makeDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new BadConfiguration(
          ("The storage directory %s cannot be made (%s). Make it writable, or name another with "
              + "--storage-dir or CLERK_STORAGE_DIR.").formatted(directory, e.getClass().getSimpleName()),
          e);
    }
  }
}
