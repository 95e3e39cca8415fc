package band.civic.clerk.core.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/// SQLite databases of one directory, for the tasks of one run. A statement that runs on one of their connections can be
/// stopped from another thread, so that a cancelled run does not wait for it.
public final class WorkspaceDatabases {
  private final Path directory;
  private final Set<SQLiteConnection> opened = Collections.synchronizedSet(Collections.newSetFromMap(
      new WeakHashMap<>()));

  public WorkspaceDatabases(Path directory) {
    this.directory = directory;
  }

  /// The database `{name}.db`; made on first use.
  public DataSource database(String name) {
    var source = new Tracked();
    source.setUrl("jdbc:sqlite:" + directory.resolve(name + ".db"));
    return source;
  }

  /// Stops every statement that is running; the thread that runs it gets an SQL exception.
  ///
  /// @throws SQLException when a connection cannot be told
  public void interrupt() throws SQLException {
    for (var connection : Set.copyOf(opened)) {
      if (!connection.isClosed()) {
        connection.getDatabase().interrupt();
      }
    }
  }

  private final class Tracked extends SQLiteDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return track(super.getConnection());
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
      return track(super.getConnection(user, password));
    }

    private SQLiteConnection track(Connection connection) {
      var sqlite = (SQLiteConnection) connection;
      opened.add(sqlite);
      return sqlite;
    }
  }
}
