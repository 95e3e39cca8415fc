package band.civic.clerk.testkit.netfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// What a door of the fake server answers.
final class FakeReply {
  private final int status;
  private final String mediaType;
  private final byte[] body;
  private final Map<String, String> headers;

  private FakeReply(int status, String mediaType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.headers = headers;
  }

  static FakeReply json(String text) {
    return text("application/json; charset=utf-8", text);
  }

  static FakeReply text(String mediaType, String text) {
    return new FakeReply(200, mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static FakeReply zip(byte[] bytes) {
    return new FakeReply(200, "application/zip", bytes, Map.of());
  }

  static FakeReply page(String title) {
    var html = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body></body></html>";
    return text("text/html; charset=utf-8", html);
  }

  static FakeReply missing() {
    return page("The resource cannot be found.").withStatus(404);
  }

  FakeReply withStatus(int code) {
    return new FakeReply(code, mediaType, body, headers);
  }

  FakeReply withHeaders(Map<String, String> more) {
    return new FakeReply(status, mediaType, body, more);
  }

  FakeReply half() {
    return new FakeReply(status, mediaType, Arrays.copyOf(body, body.length / 2), headers);
  }

  int status() {
    return status;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
