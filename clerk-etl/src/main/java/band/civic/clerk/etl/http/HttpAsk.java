package band.civic.clerk.etl.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// One request to be sent.
///
/// @param method `GET` or `POST`
/// @param url absolute; it appears in logs and error texts, so no secret belongs in it
/// @param headers besides `User-Agent`; secrets belong here
/// @param body what is posted
/// @param firstBytes read only so many bytes of the answer and hang up; empty for all of it
public record HttpAsk(String method, URI url, Map<String, String> headers, Optional<Body> body,
    OptionalLong firstBytes) {

  /// What is posted, and what it is.
  public record Body(String mediaType, String text) {}

  public HttpAsk {
    headers = Map.copyOf(headers);
  }

  public static HttpAsk get(URI url) {
    return new HttpAsk("GET", url, Map.of(), Optional.empty(), OptionalLong.empty());
  }

  /// A form as a browser posts it; the fields keep their order.
  public static HttpAsk postForm(URI url, Map<String, String> fields) {
    var text = fields.entrySet()
        .stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
    return post(url, new Body("application/x-www-form-urlencoded", text));
  }

  public static HttpAsk postJson(URI url, String json) {
    return post(url, new Body("application/json", json));
  }

  public HttpAsk withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAsk(method, url, more, body, firstBytes);
  }

  /// Reads only the first bytes of the answer: enough to see what it is.
  public HttpAsk withFirstBytes(long bytes) {
    return new HttpAsk(method, url, headers, body, OptionalLong.of(bytes));
  }

  private static HttpAsk post(URI url, Body body) {
    return new HttpAsk("POST", url, Map.of(), Optional.of(body), OptionalLong.empty());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
