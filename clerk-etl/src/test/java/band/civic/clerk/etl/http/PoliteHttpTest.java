package band.civic.clerk.etl.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoliteHttpTest {
  private final MockWebServer server = new MockWebServer();
  private final FakeWaiting time = new FakeWaiting();
  private final PoliteHttp http = new PoliteHttp(policy(Duration.ofMillis(1_500)), new HostPace(), time);

  private static HttpPolicy policy(Duration readTimeout) {
    return new HttpPolicy(Duration.ofMillis(500), 4, 1, 2, Duration.ofSeconds(1), Duration.ofSeconds(5),
        Duration.ofMinutes(
            10),
        Duration.ofSeconds(2), readTimeout, Duration.ofSeconds(5), 100_000, "clerk/test");
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void keeps_the_pause_between_two_calls_of_a_host() {
    serve(ok("one"), ok("two"), ok("three"));
    for (var i = 0; i < 3; i++) {
      http.send(ask());
    }
    assertThat(time.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
  }

  @Test
  void keeps_the_pause_among_processes_that_take_turns() {
    var free = new AtomicReference<>(time.now());
    HostPace.Turns turns = (_, from, pause) -> free.getAndUpdate(at -> (at.isBefore(from) ? from : at).plus(pause));
    try (var mine = new PoliteHttp(policy(Duration.ofMillis(1_500)), new HostPace().among(turns), time);
        var theirs = new PoliteHttp(policy(Duration.ofMillis(1_500)), new HostPace().among(turns), time)) {
      serve(ok("one"), ok("two"), ok("three"), ok("four"));
      for (var i = 0; i < 2; i++) {
        mine.send(ask());
        theirs.send(ask());
      }
    }
    assertThat(time.pauses()).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500));
  }

  @Test
  void waits_longer_each_time_the_server_is_in_trouble_up_to_a_cap() {
    serve(status(500), status(503), status(429), status(500), ok("at last"));
    assertThat(http.send(ask()).text()).isEqualTo("at last");
    assertThat(time.pauses()).containsExactly(seconds(1), seconds(2), seconds(4), seconds(5));
  }

  @Test
  void gives_up_after_the_allowed_tries_and_says_what_it_saw() {
    serve(status(500), status(500), status(500), status(500), status(502));
    assertThatThrownBy(() -> http.send(ask())).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("5 tries")
        .hasMessageContaining("HTTP 502")
        .hasMessageContaining("Try again later");
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void waits_as_long_as_the_server_asks() {
    serve(status(429).newBuilder().addHeader("Retry-After", "42").build(), status(503).newBuilder()
        .addHeader("Retry-After", "Fri, 20 Mar 2026 06:01:42 GMT")
        .build(), ok("ready"));
    http.send(ask());
    assertThat(time.pauses()).containsExactly(seconds(42), seconds(60));
  }

  @Test
  void does_not_wait_for_hours() {
    serve(status(429).newBuilder().addHeader("Retry-After", "7200").build());
    assertThatThrownBy(() -> http.send(ask())).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("7200 s");
  }

  @Test
  void does_not_repeat_what_is_refused() {
    serve(status(404));
    assertThatThrownBy(() -> http.send(ask())).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("HTTP 404");
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void looks_again_at_a_garbled_answer_only_as_often_as_allowed() {
    serve(ok("<html>"), ok("<html>"), ok("<html>"));
    AnswerCheck noPages = answer -> answer.isHtml() ? Verdict.garbled("a web page came") : Verdict.accept();
    assertThatThrownBy(() -> http.send(ask(), noPages)).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("a web page came");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void leaves_a_server_that_stalls_and_tries_again() {
    serve(new MockResponse.Builder().body("never").onResponseStart(SocketEffect.Stall.INSTANCE).build(), ok("awake"));
    assertThat(http.send(ask()).text()).isEqualTo("awake");
    assertThat(time.pauses()).containsExactly(seconds(1));
  }

  @Test
  void tries_again_when_the_connection_breaks_or_the_body_is_cut_off() {
    serve(breaking(), new MockResponse.Builder().body("x".repeat(50_000))
        .onResponseBody(new SocketEffect.CloseSocket())
        .build(), ok("whole"));
    assertThat(http.send(ask()).text()).isEqualTo("whole");
    assertThat(time.pauses()).containsExactly(seconds(1), seconds(2));
  }

  @Test
  void gives_up_sooner_when_there_is_no_way_to_the_server() {
    var nowhere = ask();
    server.close();
    assertThatThrownBy(() -> http.send(nowhere)).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("2 tries")
        .hasMessageContaining("Connect");
  }

  @Test
  void refuses_a_body_without_end() {
    serve(ok("x".repeat(200_000)));
    assertThatThrownBy(() -> http.send(ask())).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("larger than 100000 bytes");
  }

  @Test
  void reads_only_the_first_bytes_when_asked() {
    serve(ok("PK" + "x".repeat(90_000)));
    assertThat(http.send(ask().withFirstBytes(2)).text()).isEqualTo("PK");
  }

  @Test
  void a_cancelled_run_leaves_a_stalled_server_at_once() {
    var patient = new PoliteHttp(policy(Duration.ofMinutes(1)), new HostPace(), time);
    serve(new MockResponse.Builder().body("never").onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Thread.ofVirtual().start(() -> {
      takeRequest();
      time.cancel();
    });
    var start = System.nanoTime();
    assertThatThrownBy(() -> patient.send(ask())).isInstanceOf(ClerkException.Cancelled.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(seconds(20));
    patient.close();
  }

  @Test
  void posts_a_form_and_brings_back_the_cookie_it_was_given() throws Exception {
    serve(ok("form").newBuilder().addHeader("Set-Cookie", "session=abc").build(), ok("done"));
    http.send(ask());
    var fields = new LinkedHashMap<String, String>();
    fields.put("__VIEWSTATE", "a+b/c=");
    fields.put("ctl00$phBody$DateSelect", "2018");
    http.send(HttpAsk.postForm(url(), fields).withHeader("User-Agent", "Mozilla/5.0"));
    server.takeRequest();
    var post = server.takeRequest();
    assertThat(Optional.ofNullable(post.getBody()).orElseThrow().utf8()).isEqualTo(
        "__VIEWSTATE=a%2Bb%2Fc%3D&ctl00%24phBody%24DateSelect=2018");
    assertThat(post.getHeaders().get("Cookie")).isEqualTo("session=abc");
    assertThat(post.getHeaders().get("User-Agent")).isEqualTo("Mozilla/5.0");
  }

  @Test
  void names_the_page_that_came_in_place_of_data() {
    serve(ok("<!DOCTYPE html><title>\n Service is temporarily\n unavailable </title>"));
    var answer = http.send(ask());
    assertThat(answer.isHtml()).isTrue();
    assertThat(answer.pageTitle()).isEqualTo("a web page titled \"Service is temporarily unavailable\"");
  }

  private void takeRequest() {
    try {
      server.takeRequest(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(MockResponse... responses) {
    List.of(responses).forEach(server::enqueue);
  }

  private HttpAsk ask() {
    return HttpAsk.get(url());
  }

  private URI url() {
    return server.url("/page").uri();
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse breaking() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
