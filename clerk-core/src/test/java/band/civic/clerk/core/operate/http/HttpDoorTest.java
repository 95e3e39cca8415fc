package band.civic.clerk.core.operate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
  private static final String TOKEN = "an-invented-token-of-tests";
  private static final List<Route> ROUTES = List.of(
      Route.get("/state", request -> Answer.text(200, "form token " + request.formToken())),
      Route.get("/healthz", _ -> Answer.text(200, "ok")).withoutToken(),
      Route.get("/broken", _ -> {
        throw new IllegalStateException("with a detail nobody should see");
      }),
      Route.post("/retry", request -> Answer.seeOther("/state?" + request.form().getOrDefault("job", "none"))));

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void on_this_machine_nobody_needs_a_token() throws Exception {
    try (var door = open(Map.of("http.address", "127.0.0.1:0"))) {
      var answer = get(door, "/state");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("script-src 'self'")
          .doesNotContain("unsafe-inline");
      assertThat(get(door, "/nowhere").statusCode()).isEqualTo(404);
      assertThat(get(door, "/retry").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void a_name_of_the_web_that_points_here_gets_no_answer() throws Exception {
    try (var door = open(Map.of("http.address", "0"))) {
      assertThat(raw(door, "GET /state HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 421");
      assertThat(raw(door, "GET /state HTTP/1.1\r\nHost: 127.0.0.1.rebound.example\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 421");
      assertThat(raw(door, "GET /state HTTP/1.1\r\nHost: LocalHost:1\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void with_a_token_only_who_shows_it_enters_as_a_program_or_a_browser() throws Exception {
    try (var door = open(Map.of("http.address", "0", "http.token", TOKEN))) {
      assertThat(get(door, "/state").statusCode()).isEqualTo(401);
      assertThat(get(door, "/state").headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      assertThat(get(door, "/nowhere").statusCode()).isEqualTo(401);
      assertThat(get(door, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(door, "/state", "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(get(door, "/state", "Authorization", "Bearer " + TOKEN + "x").statusCode()).isEqualTo(401);
      assertThat(get(door, "/state", "Authorization", basic("anyone:" + TOKEN)).statusCode()).isEqualTo(200);
      assertThat(get(door, "/state", "Authorization", "Basic %%%").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void another_machine_may_enter_only_with_a_token() {
    assertThatThrownBy(() -> settings(Map.of("http.address", "0.0.0.0:0"))).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("needs a token");
    assertThatThrownBy(() -> settings(Map.of("http.address", "0.0.0.0:0", "http.token", "short")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("too short")
        .hasMessageNotContaining("short\"");
    assertThatThrownBy(() -> settings(Map.of("http.address", "there"))).hasMessageContaining("HOST:PORT");
    assertThat(settings(Map.of("http.address", "0.0.0.0:0", "http.token", TOKEN))).isPresent();
    assertThat(settings(Map.of("http.address", "off"))).isEmpty();
  }

  @Test
  void a_form_of_another_page_changes_nothing() throws Exception {
    try (var door = open(Map.of("http.address", "0"))) {
      var own = get(door, "/state").body().replaceAll(".* |\n", "");

      assertThat(post(door, "job=7").statusCode()).isEqualTo(403);
      assertThat(post(door, "job=7&form_token=guessed").statusCode()).isEqualTo(403);
      assertThat(post(door, "job=7&form_token=" + own, "Origin", "https://elsewhere.example").statusCode())
          .isEqualTo(403);
      var sent = post(door, "job=7&form_token=" + own, "Origin", door.address().toString().replaceAll("/$", ""));
      assertThat(sent.statusCode()).isEqualTo(303);
      assertThat(sent.headers().firstValue("Location")).hasValue("/state?7");
    }
  }

  @Test
  void a_bug_of_one_page_tells_nothing_and_stops_nothing() throws Exception {
    try (var door = open(Map.of("http.address", "0"))) {
      assertThat(get(door, "/broken")).satisfies(answer -> {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("detail");
      });
      assertThat(get(door, "/state").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_second_process_takes_another_port_unless_it_was_told_which() throws Exception {
    try (var first = open(Map.of("http.address", "0"))) {
      var port = String.valueOf(first.address().getPort());

      assertThatThrownBy(() -> open(Map.of("http.address", port))).isInstanceOf(BadConfiguration.class)
          .hasMessageContaining("Name a free one");
      var taken = new DoorSettings(settings(Map.of("http.address", port)).orElseThrow().address(), Optional.empty(),
          true);
      try (var second = HttpDoor.start(taken, ROUTES)) {
        assertThat(second.address().getPort()).isNotEqualTo(first.address().getPort());
      }
    }
  }

  private static HttpDoor open(Map<String, String> settings) {
    return HttpDoor.start(settings(settings).orElseThrow(), ROUTES);
  }

  private static Optional<DoorSettings> settings(Map<String, String> settings) {
    return DoorSettings.of(new Settings() {
      @Override
      public Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key));
      }

      @Override
      public Optional<String> findSecret(String key) {
        return find(key);
      }
    });
  }

  private HttpResponse<String> get(HttpDoor door, String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(door.address().resolve(path)), headers);
  }

  private HttpResponse<String> post(HttpDoor door, String form, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(door.address().resolve("/retry"))
        .POST(HttpRequest.BodyPublishers.ofString(form)), headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
    return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
  }

  private static String raw(HttpDoor door, String request) throws IOException {
    URI address = door.address();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine());
    }
  }

  private static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
