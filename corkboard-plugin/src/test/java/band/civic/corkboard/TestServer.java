package band.civic.corkboard;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.route.FileInstance;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.sqlite.FileOptions;
import band.civic.corkboard.sqlite.OpenFiles;
import band.civic.corkboard.web.Responder;
import band.civic.corkboard.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real server on a free port, and a client that follows no redirects.
final class TestServer implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final WebServer server;

  private TestServer(WebServer server) {
    this.server = server;
  }

  /// What came back.
  record Reply(int status, java.net.http.HttpHeaders headers, String text) {

    JsonNode json() {
      return MAPPER.readTree(text);
    }

    Document page() {
      return Jsoup.parse(text);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  static TestServer of(Config config, Path... files) {
    return of(config, Cors.none(), List.of(files), List.of());
  }

  static TestServer of(Config config, Cors cors, List<Path> files, List<Path> immutable) {
    var front = new Front(new OpenFiles(20), options(), cors);
    var instance = FileInstance.of(files, immutable, config);
    return of(call -> front.answer(instance, call));
  }

  static FileOptions options() {
    return new FileOptions(false, 4, 0, 5_000);
  }

  static TestServer of(Responder responder) {
    return new TestServer(
        WebServer.start(new WebServer.Listen("127.0.0.1", 0, 12, Duration.ofSeconds(10), false), responder));
  }

  URI address() {
    return server.address();
  }

  Reply get(String path, String... headers) {
    return send("GET", path, headers);
  }

  Reply send(String method, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address() + path))
        .method(method, BodyPublishers.noBody())
        .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String json) {
    return MAPPER.readTree(json);
  }

  static Optional<String> next(Reply reply) {
    return Optional.of(reply.json().path("next_url")).filter(JsonNode::isString).map(JsonNode::asString);
  }

  @Override
  public void close() {
    server.close();
  }
}
