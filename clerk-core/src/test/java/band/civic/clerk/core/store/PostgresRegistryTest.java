package band.civic.clerk.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PostgresRegistryTest extends RegistryContract {

  @Override
  String newDatabase() {
    return TestPostgres.newDatabase();
  }

  @Override
  String newRegistry() {
    return TestPostgres.newRegistry();
  }

  @Test
  void a_server_that_is_down_is_told_without_the_password() throws IOException {
    var url = "jdbc:postgresql://localhost:%d/civic?user=ann&password=hunter2".formatted(freePort());

    assertThatThrownBy(() -> Registry.open(url)).isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("does not answer")
        .extracting(e -> ((ClerkException) e).exitCode())
        .isEqualTo(75);
    assertThatThrownBy(() -> Registry.open(url))
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hunter2"));
  }

  @Test
  void a_database_that_does_not_exist_is_told() {
    assertThatThrownBy(() -> Registry.open(TestPostgres.urlOf("nowhere"))).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("/nowhere. Create it")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void a_server_that_goes_down_under_way_is_told_and_used_again_when_it_is_back() {
    var url = newRegistry();
    try (var registry = Registry.open(url)) {
      assertThatThrownBy(() -> registry.inTransaction(sql -> {
        insert(sql, "one.ca");
        TestPostgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(url.replaceAll(".*/|\\?.*", "")));
        return insert(sql, "two.ca");
      })).isInstanceOf(SourceUnavailable.class);

      assertThat(registry.sql().fetchCount(Tables.SITES)).isZero();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
