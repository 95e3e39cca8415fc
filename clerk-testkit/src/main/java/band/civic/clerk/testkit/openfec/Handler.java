package band.civic.clerk.testkit.openfec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes a call, lets it go wrong when it is its turn, and answers.
final class Handler implements HttpHandler {
  private final FakeOpenFec openFec;
  private final Doors doors;
  private final CallLog log;
  private final Clock clock;

  Handler(FakeOpenFec openFec, Doors doors, CallLog log, Clock clock) {
    this.openFec = openFec;
    this.doors = doors;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var target = exchange.getRequestURI().toString();
    var at = clock.instant();
    openFec.called();
    var fault = openFec.findFault(target);
    if (fault.isPresent() && fault.get() instanceof Fault.Reset) {
      log.record(new SeenCall(target, headers(exchange), at, 0, false));
      exchange.close();
      return;
    }
    if (fault.isPresent() && fault.get() instanceof Fault.Slow(var duration)) {
      sleep(duration);
    }
    var reply = reply(exchange, at, fault);
    log.record(new SeenCall(target, headers(exchange), at, reply.status(), fault.isEmpty()));
    send(exchange, reply);
  }

  private Reply reply(HttpExchange exchange, Instant at, Optional<Fault> fault) {
    var query = Query.of(exchange.getRequestURI().toString());
    var key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Api-Key")).or(() -> query.find("api_key"));
    if (key.isEmpty()) {
      return Reply.gateway(403, "API_KEY_MISSING", "No api_key was supplied. Get one at https://api.data.gov:443");
    }
    if (!openFec.knows(key.get())) {
      return Reply.gateway(403, "API_KEY_INVALID",
          "An invalid api_key was supplied. Get one at https://api.data.gov:443");
    }
    var left = log.take(at);
    var reply = left < 0
        ? tooMany()
        : fault.map(wrong -> wrong(query, wrong)).orElseGet(() -> conditional(exchange, doors.answer(query, false)));
    return reply.with("X-RateLimit-Limit", Integer.toString(log.limit()))
        .with("X-RateLimit-Remaining", Integer.toString(Math.max(left, 0)));
  }

  private Reply wrong(Query query, Fault fault) {
    return switch (fault) {
      case Fault.Message(int status, Object text) -> Reply.error(status, text);
      case Fault.TooMany(long wait) -> wait < 0 ? tooMany() : tooMany().with("Retry-After", Long.toString(wait));
      case Fault.WebPage _ -> Reply.unknownPath();
      case Fault.Cut _ -> doors.answer(query, false).cut();
      case Fault.Empty _ -> doors.answer(query, true);
      case Fault.Change(var change) -> {
        change.accept(openFec);
        yield doors.answer(query, false);
      }
      case Fault.Slow _,Fault.Reset _ -> doors.answer(query, false);
    };
  }

  private static Reply tooMany() {
    return Reply.gateway(429, "OVER_RATE_LIMIT", "You have exceeded your rate limit. Try again later or contact us at "
        + "https://api.data.gov:443/contact/ for assistance");
  }

  private Reply conditional(HttpExchange exchange, Reply reply) {
    var cached = reply.with("Cache-Control", "public, max-age=3600");
    if (!openFec.hasEtags() || reply.status() != 200) {
      return cached;
    }
    var tag = "\"%08x\"".formatted(reply.text().hashCode());
    var known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    return (known ? Reply.json(304, "") : cached).with("ETag", tag);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      var body = reply.bytes();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body, 0, reply.isCut() ? body.length / 2 : body.length);
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
