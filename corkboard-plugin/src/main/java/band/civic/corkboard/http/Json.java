package band.civic.corkboard.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// JSON from plain values: maps, lists, arrays, strings, numbers, booleans, `null`, and blobs as
/// `{"$base64": true, "encoded": …}`. Infinity is `null` unless it is asked for.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static byte[] bytes(@Nullable Object value) {
    return bytes(value, false);
  }

  /// @param infinity true to write `Infinity`, which is no JSON but what some clients ask for
  public static byte[] bytes(@Nullable Object value, boolean infinity) {
    var out = new ByteArrayOutputStream(4096);
    try (var generator = MAPPER.createGenerator(out)) {
      write(generator, value, infinity);
    }
    return out.toByteArray();
  }

  /// One line, with a space after every colon and comma.
  public static String line(@Nullable Object value, boolean infinity) {
    var out = new ByteArrayOutputStream(256);
    try (var generator = MAPPER.writer().with(new Spaced()).createGenerator(out)) {
      write(generator, value, infinity);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  public static String text(@Nullable Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /// For people: indented.
  public static String pretty(Object value) {
    var parsed = MAPPER.readValue(bytes(value), Object.class);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(parsed);
  }

  /// Writes one value and leaves the stream open.
  public static void write(OutputStream out, @Nullable Object value) throws IOException {
    out.write(bytes(value));
  }

  /// The value of a JSON text: maps, lists, strings, numbers, booleans or `null`; nothing when it is no JSON.
  public static Optional<Parsed> parse(String text) {
    try {
      return Optional.of(new Parsed(MAPPER.readValue(text, Object.class)));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /// A JSON value, which may be `null`.
  public record Parsed(@Nullable Object value) {}

  private static void write(JsonGenerator out, @Nullable Object value, boolean infinity) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> writeDouble(out, number, infinity);
      case Boolean flag -> out.writeBoolean(flag);
      case JsonObject object -> writeMap(out, object.toMap(), infinity);
      case Map<?, ?> map -> writeMap(out, map, infinity);
      case Iterable<?> items -> writeItems(out, items, infinity);
      case Object[] items -> writeItems(out, java.util.Arrays.asList(items), infinity);
      case byte[] blob -> writeBlob(out, blob);
      case Optional<?> maybe -> write(out, maybe.orElse(null), infinity);
      case Number number -> out.writeNumber(number.toString());
      default -> out.writeString(value.toString());
    }
  }

  private static void writeDouble(JsonGenerator out, double number, boolean infinity) {
    if (Double.isFinite(number)) {
      out.writeNumber(Numbers.text(number));
    } else if (infinity && !Double.isNaN(number)) {
      out.writeRawValue(number > 0 ? "Infinity" : "-Infinity");
    } else {
      out.writeNull();
    }
  }

  private static void writeMap(JsonGenerator out, Map<?, ?> map, boolean infinity) {
    out.writeStartObject();
    for (var entry : map.entrySet()) {
      out.writeName(String.valueOf(entry.getKey()));
      write(out, entry.getValue(), infinity);
    }
    out.writeEndObject();
  }

  private static void writeItems(JsonGenerator out, Iterable<?> items, boolean infinity) {
    out.writeStartArray();
    for (var item : items) {
      write(out, item, infinity);
    }
    out.writeEndArray();
  }

  private static void writeBlob(JsonGenerator out, byte[] blob) {
    out.writeStartObject();
    out.writeName("$base64");
    out.writeBoolean(true);
    out.writeName("encoded");
    out.writeString(Base64.getEncoder().encodeToString(blob));
    out.writeEndObject();
  }
}
