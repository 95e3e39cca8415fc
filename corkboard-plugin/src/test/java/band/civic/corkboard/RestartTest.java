package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.web.Responder;
import band.civic.corkboard.web.WebServer;
import band.civic.corkboard.web.WebServer.Listen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Stopping a server, and starting the next one before.
class RestartTest {
  private static final Duration WAIT = Duration.ofSeconds(5);

  private static Responder says(String text) {
    return _ -> Answer.text(Answer.TEXT, text);
  }

  @Test
  void a_second_server_takes_over_the_port_without_a_failed_answer() throws Exception {
    var failed = new AtomicInteger();
    var stop = new AtomicBoolean();
    Set<String> heard = ConcurrentHashMap.newKeySet();
    var first = WebServer.start(new Listen("127.0.0.1", 0, 8, WAIT, true), says("old"));
    try (var readers = Executors.newFixedThreadPool(3)) {
      var address = first.address();
      for (int i = 0; i < 3; i++) {
        var _ = readers.submit(() -> ask(address, stop, heard, failed));
      }
      try (var second = WebServer.start(new Listen("127.0.0.1", address.getPort(), 8, WAIT, true), says("new"))) {
        await(() -> !heard.isEmpty());
        first.close();
        heard.clear();
        await(() -> !heard.isEmpty());
        stop.set(true);
        readers.shutdown();
        assertThat(readers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.address()).isEqualTo(address);
      }
    }
    assertThat(failed).hasValue(0);
    assertThat(heard).contains("new");
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      sleep(10);
    }
  }

  private static void ask(URI address, AtomicBoolean stop, Set<String> heard, AtomicInteger failed) {
    try (var client = HttpClient.newHttpClient()) {
      while (!stop.get()) {
        heard.add(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_answer_that_has_begun_ends_before_the_server_does() throws Exception {
    var server = WebServer.start(new Listen("127.0.0.1", 0, 8, WAIT, false), _ -> {
      sleep(400);
      return Answer.text(Answer.TEXT, "whole");
    });
    try (var reader = Executors.newSingleThreadExecutor(); var client = HttpClient.newHttpClient()) {
      var answer = reader.submit(
          () -> client.send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString()).body());
      sleep(150);
      server.close();

      assertThat(answer.get()).isEqualTo("whole");
    }
  }

  @Test
  void a_port_that_is_taken_is_not_shared_by_accident() {
    try (var first = WebServer.start(new Listen("127.0.0.1", 0, 4, WAIT, false), says("a"))) {
      var taken = new Listen("127.0.0.1", first.address().getPort(), 4, WAIT, false);

      org.assertj.core.api.Assertions.assertThatThrownBy(() -> WebServer.start(taken, says("b")))
          .isInstanceOf(BadConfiguration.class)
          .hasMessageContaining("choose another --port");
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
