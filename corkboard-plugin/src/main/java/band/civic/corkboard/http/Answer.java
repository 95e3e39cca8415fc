package band.civic.corkboard.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What goes back.
///
/// @param status HTTP status
/// @param headers names as they are sent; `content-type` among them
/// @param body the bytes, or who will write them
public record Answer(int status, Map<String, String> headers, Body body) {
  public static final String JSON = "application/json; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String HTML = "text/html; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /// The body of an answer.
  public sealed interface Body {

    /// Known in full.
    final class Bytes implements Body {
      private final byte[] bytes;

      public Bytes(byte[] bytes) {
        this.bytes = bytes;
      }

      /// The bytes themselves; nobody changes them.
      public byte[] bytes() {
        return bytes;
      }
    }

    /// Written while it is sent. When the writer fails, the connection is cut, so that nobody takes the part for the
    /// whole.
    record Stream(Source source) implements Body {}

    /// Server-sent events: one, `changed`, when the state is no longer the one that was seen.
    ///
    /// @param seen what the reader knows
    /// @param state what is there now; asked about once a second
    record Events(String seen, Supplier<String> state) implements Body {}
  }

  /// Writes a body.
  @FunctionalInterface
  public interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  public static Answer of(String contentType, byte[] bytes) {
    return new Answer(200, Map.of("content-type", contentType), new Body.Bytes(bytes));
  }

  public static Answer text(String contentType, String text) {
    return of(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer json(Object value) {
    return of(JSON, Json.bytes(value));
  }

  public static Answer stream(String contentType, Source source) {
    return new Answer(200, Map.of("content-type", contentType), new Body.Stream(source));
  }

  public static Answer redirect(String location) {
    return new Answer(302, Map.of("location", location), new Body.Bytes(new byte[0]));
  }

  public static Answer notModified() {
    return new Answer(304, Map.of(), new Body.Bytes(new byte[0]));
  }

  public Answer with(Body other) {
    return new Answer(status, headers, other);
  }

  public Answer withStatus(int other) {
    return new Answer(other, headers, body);
  }

  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  public Answer without(String header) {
    if (!headers.containsKey(header)) {
      return this;
    }
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Answer(status, fewer, body);
  }

  public Answer with(Map<String, String> others) {
    var more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new Answer(status, more, body);
  }
}
