package band.civic.clerk.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The registry, opened: its schema is the newest.
///
/// SQLite: one connection, lent to one thread at a time, so that a process never waits for itself; other processes wait
/// for up to ten seconds (WAL, busy timeout, transactions that take the write lock at once). PostgreSQL: a small pool.
/// Never call it from a virtual thread: a native call holds the carrier.
public final class Registry implements AutoCloseable {
  private final Connections connections;
  // of this registry and not static: a thread may be in a transaction of one registry and read another
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<DSLContext> transaction = new ThreadLocal<>();
  private @Nullable DSLContext context;

  private Registry(Connections connections) {
    this.connections = connections;
  }

  /// Opens the registry at a JDBC address and brings its schema up to date if it is not.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.SourceUnavailable when the database does not answer
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when it is not a registry, or the address or the
  ///   directory is wrong
  public static Registry open(String jdbcUrl) {
    var connections = Connections.open(jdbcUrl);
    try {
      Migrations.bringUpToDate(connections);
      return new Registry(connections);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  /// Statements; each is committed by itself, except on a thread that is inside [#inTransaction(Function)], where they
  /// belong to that transaction.
  public DSLContext sql() {
    var running = transaction.get();
    return running != null ? running : context();
  }

  /// Runs `work` in one transaction: all of it is committed or, when it throws, nothing. Inside another transaction of
  /// the same thread it is part of that one.
  public <T> T inTransaction(Function<DSLContext, T> work) {
    var running = transaction.get();
    if (running != null) {
      return work.apply(running);
    }
    try {
      return context().transactionResult(configuration -> within(configuration.dsl(), work));
    } catch (DataAccessException e) {
      // the commit itself; failures of statements were translated where they happened
      throw Optional.ofNullable(e.getCause(SQLException.class))
          .flatMap(cause -> Failures.find(cause, connections.name()).map(RuntimeException.class::cast))
          .orElse(e);
    }
  }

  private <T> T within(DSLContext sql, Function<DSLContext, T> work) {
    transaction.set(sql);
    try {
      return work.apply(sql);
    } finally {
      transaction.remove();
    }
  }

  /// Reads with plain JDBC. For the few reads that must not pay for loading jOOQ (500 ms cold, 50 ms from a class
  /// cache); everything else uses [#sql()].
  public <T> T read(Read<T> read) {
    var running = transaction.get();
    if (running != null) {
      return running.connectionResult(read::from);
    }
    try {
      var connection = connections.acquire();
      try {
        return read.from(connection);
      } finally {
        connections.release(connection);
      }
    } catch (SQLException e) {
      throw Failures.opening(e, connections.name());
    }
  }

  /// The version of the schema that is installed, which a newer clerk may have raised.
  public int schemaVersion() {
    return Migrations.findVersion(connections).orElse(0);
  }

  /// The version of the schema that this clerk works with.
  public static int neededSchemaVersion() {
    return Migrations.NEWEST;
  }

  /// Further connections of its own for a library, if the registry is on a server that several machines share; empty
  /// for a file.
  public Optional<ConnectionPool> openPool(int size) {
    return connections instanceof PostgresConnections postgres
        ? Optional.of(postgres.openPool(size))
        : Optional.empty();
  }

  /// The database as people may see it: a path, or an address without user and password.
  public String name() {
    return connections.name();
  }

  @Override
  public void close() {
    connections.close();
  }

  private synchronized DSLContext context() {
    if (context == null) {
      Tables.ready();
      context = Dialects.context(connections);
    }
    return context;
  }

  /// A read over plain JDBC.
  @FunctionalInterface
  public interface Read<T> {
    T from(Connection connection) throws SQLException;
  }
}
