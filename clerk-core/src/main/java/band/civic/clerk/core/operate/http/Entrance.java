package band.civic.clerk.core.operate.http;

import band.civic.clerk.spi.ClerkException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what comes over the wire into requests and answers, and finds who answers.
final class Entrance {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final int LONGEST_FORM = 64 << 10;
  private static final Map<String, String> HEADERS = Map.of(
      "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "Cache-Control", "no-store");

  private final List<Route> routes;
  private final Gate gate;

  Entrance(List<Route> routes, Gate gate) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var there = routes.stream().filter(route -> route.path().equals(path)).toList();
    var method = method(exchange);
    var route = there.stream().filter(one -> one.method().equals(method)).findFirst();
    var form = method.equals("POST") ? form(exchange) : Optional.of(Map.<String, String>of());
    if (form.isEmpty()) {
      return Answer.text(413, "That is too much.");
    }
    var request = new Request(method, path, pairs(exchange.getRequestURI().getRawQuery()), form.get(),
        headers(exchange), gate.formToken());
    var refusal = gate.refuse(request, route.map(Route::open).orElse(false));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (route.isEmpty()) {
      return there.isEmpty()
          ? Answer.text(404, "There is nothing here.")
          : Answer.text(405, "Not with " + method + ".");
    }
    return answer(route.get(), request);
  }

  /// A failure of one request is its own: the next is answered again.
  private static Answer answer(Route route, Request request) {
    try {
      return route.handler().answer(request);
    } catch (ClerkException e) {
      LOG.warn("{} could not be answered: {}", route.path(), e.getMessage());
      return Answer.text(503, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} could not be answered", route.path(), e);
      return Answer.text(500, "This is a bug; the log tells more.");
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    answer.headers().forEach(headers::set);
    headers.set("Content-Type", answer.type());
    var empty = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
    if (!empty) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static String method(HttpExchange exchange) {
    var method = exchange.getRequestMethod();
    return method.equals("HEAD") ? "GET" : method;
  }

  private static Optional<Map<String, String>> form(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
    return body.length > LONGEST_FORM
        ? Optional.empty()
        : Optional.of(pairs(new String(body, StandardCharsets.UTF_8)));
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
            values.isEmpty() ? "" : values.getFirst()));
    return headers;
  }

  private static Map<String, String> pairs(@Nullable String encoded) {
    var pairs = new HashMap<String, String>();
    for (var pair : encoded == null ? new String[0] : encoded.split("&")) {
      var sign = pair.indexOf('=');
      if (sign > 0) {
        decoded(pair.substring(0, sign)).ifPresent(name -> decoded(pair.substring(sign + 1))
            .ifPresent(value -> pairs.put(name, value)));
      }
    }
    return pairs;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a broken escape: as if it had not been sent
    }
  }
}
