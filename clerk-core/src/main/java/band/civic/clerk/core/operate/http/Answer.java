package band.civic.clerk.core.operate.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is answered.
///
/// @param status `200`
/// @param type `text/html; charset=utf-8`
/// @param body what is sent; whoever makes it does not touch it again
/// @param headers further headers
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /// Text of some type, in UTF-8.
  public static Answer of(int status, String type, String body) {
    return new Answer(status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain", text + "\n");
  }

  public static Answer json(int status, String json) {
    return of(status, "application/json", json + "\n");
  }

  public static Answer html(String html) {
    return of(200, "text/html", html);
  }

  /// Sends a browser on after a form, so that loading the page again does not send the form again.
  public static Answer seeOther(String path) {
    return text(303, path).withHeader("Location", path);
  }

  public Answer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, body, more);
  }
}
