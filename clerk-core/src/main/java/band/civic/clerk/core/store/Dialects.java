package band.civic.clerk.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/// jOOQ over [Connections]. Apart from [Registry], so that a command without a query does not load jOOQ.
final class Dialects {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private Dialects() {}

  static DSLContext context(Connections connections) {
    return DSL.using(new DefaultConfiguration()
        .set(connections instanceof SqliteConnections ? SQLDialect.SQLITE : SQLDialect.POSTGRES)
        .set(new Borrowed(connections))
        .set(new DefaultExecuteListenerProvider(new Translation(connections.name()))));
  }

  private record Borrowed(Connections connections) implements ConnectionProvider {
    @Override
    public Connection acquire() {
      try {
        return connections.acquire();
      } catch (SQLException e) {
        throw Failures.opening(e, connections.name());
      }
    }

    @Override
    public void release(Connection connection) {
      try {
        connections.release(connection);
      } catch (SQLException e) {
        throw new DataAccessException("Cannot give a connection back", e);
      }
    }
  }

  private record Translation(String name) implements ExecuteListener {
    @Override
    public void exception(ExecuteContext context) {
      var failure = context.sqlException();
      if (failure != null) {
        Failures.find(failure, name).ifPresent(context::exception);
      }
    }
  }
}
