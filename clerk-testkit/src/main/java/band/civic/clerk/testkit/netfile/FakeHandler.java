package band.civic.clerk.testkit.netfile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes a request, lets it go wrong when it is its turn, and answers.
final class FakeHandler implements HttpHandler {
  private final FakeNetFile netFile;
  private final FakeDoors doors;
  private final Clock clock;

  FakeHandler(FakeNetFile netFile, FakeDoors doors, Clock clock) {
    this.netFile = netFile;
    this.doors = doors;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var seen = seen(exchange);
    netFile.record(seen);
    var fault = netFile.findFault(seen.target());
    if (fault.isPresent() && fault.get() instanceof Fault.Reset) {
      exchange.close();
      return;
    }
    if (fault.isPresent() && fault.get() instanceof Fault.Stall(var duration)) {
      sleep(duration);
    }
    send(exchange, reply(FakeRequest.of(seen), fault));
  }

  private FakeReply reply(FakeRequest request, Optional<Fault> fault) {
    if (fault.isEmpty()) {
      return doors.answer(request);
    }
    return switch (fault.get()) {
      case Fault.Status(int code, long wait) -> FakeReply.page("Server Error")
          .withStatus(code)
          .withHeaders(wait < 0 ? Map.of() : Map.of("Retry-After", Long.toString(wait)));
      case Fault.ErrorCode(int status, String code) -> FakeReply.json(envelope(code)).withStatus(status);
      case Fault.Page(var title) -> FakeReply.page(title);
      case Fault.Half _ -> doors.answer(request).half();
      case Fault.PageBefore _ -> doors.answer(request.withNumber("CurrentPageIndex", request.number("CurrentPageIndex",
          1) - 1));
      case Fault.Empty _ -> FakeReply.json(
          "{\"results\":[],\"totalMatchingCount\":0,\"totalMatchingPages\":0,\"responseStatus\":null}");
      case Fault.Change(var change) -> {
        change.accept(netFile);
        yield doors.answer(request);
      }
      case Fault.Stall _,Fault.Reset _ -> doors.answer(request);
    };
  }

  private static String envelope(String code) {
    return """
           {"responseStatus":{"__type":"ServiceStack.ResponseStatus, ServiceStack.Interfaces","errorCode":"%s",
           "message":"Exception of type '%s' was thrown.","stackTrace":null,"errors":[],"meta":null}}""".formatted(code,
        code);
  }

  private SeenRequest seen(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values
            .getFirst()));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new SeenRequest(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body, clock
        .instant());
  }

  private static void send(HttpExchange exchange, FakeReply reply) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
