package band.civic.clerk.core.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One real PostgreSQL server for the whole test run, stopped with it. Each test asks for a database of its own.
public final class TestPostgres {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestPostgres() {}

  /// The JDBC address of a database that is a registry already: a copy, because migrating each would take its time.
  public static String newRegistry() {
    var name = "registry_" + NEXT.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
    return urlOf(name);
  }

  /// The JDBC address of an empty database.
  public static String newDatabase() {
    var name = "registry_" + NEXT.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return urlOf(name);
  }

  /// The JDBC address of a database by name.
  public static String urlOf(String name) {
    return "jdbc:postgresql://localhost:%d/%s?user=postgres&password=unused-s3cret".formatted(Server.PORT, name);
  }

  /// Runs one statement as the server's administrator.
  public static void execute(String sql) {
    try (var connection = DriverManager.getConnection(urlOf("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static final class Template {
    private static final String NAME = migrated();

    private static String migrated() {
      var url = newDatabase();
      Registry.open(url).close();
      return url.replaceAll(".*/|\\?.*", "");
    }
  }

  private static final class Server {
    private static final int PORT = start();

    private static int start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .start()
            .getPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
