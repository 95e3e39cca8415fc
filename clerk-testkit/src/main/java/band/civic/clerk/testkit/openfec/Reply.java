package band.civic.clerk.testkit.openfec;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the fake server answers.
///
/// @param text the body
/// @param isCut whether only its first half is sent
record Reply(int status, String mediaType, String text, boolean isCut, Map<String, String> headers) {

  static Reply json(int status, String text) {
    return new Reply(status, "application/json", text, false, Map.of());
  }

  /// OpenFEC's own error: a text, or an object for a parameter that cannot be read.
  static Reply error(int status, Object message) {
    return json(status, JsonText.of(Map.of("message", message, "status", status)) + "\n");
  }

  /// What the parameter reader says: the message is an object.
  static Reply unreadable(String parameter, String why) {
    return error(422, Map.of("query", Map.of(parameter, List.of(why))));
  }

  /// The gateway's error has another form.
  static Reply gateway(int status, String code, String message) {
    return json(status, JsonText.of(Map.of("error", Map.of("code", code, "message", message))));
  }

  static Reply unknownPath() {
    var html = """
               <!doctype html>
               <html lang=en>
               <title>404 Not Found</title>
               <h1>Not Found</h1>
               <p>404 Not Found: The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>
               """;
    return new Reply(404, "text/html; charset=utf-8", html, false, Map.of());
  }

  Reply cut() {
    return new Reply(status, mediaType, text, true, headers);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, text, isCut, more);
  }
}
