package band.civic.fec.openfec;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads OpenFEC's envelope.
final class PageReader {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private PageReader() {}

  /// Whether the text is a whole answer with results.
  static boolean isWhole(String text) {
    return find(text).filter(body -> body.path("results").isArray() && body.path("pagination").isObject()).isPresent();
  }

  static Page read(URI url, Instant fetchedAt, String text) {
    var body = find(text).orElseThrow(() -> new IllegalStateException("judged whole, but unreadable: " + url));
    var rows = new ArrayList<ObjectNode>();
    body.path("results").forEach(row -> rows.add((ObjectNode) row));
    var pagination = body.path("pagination");
    return new Page(url, fetchedAt, rows, pagination.path("count").asLong(0),
        pagination.path("is_count_exact")
            .asBoolean(
                false),
        indexes(pagination.path("last_indexes")), sha256(text));
  }

  /// What an error says: a text, or an object whose text is as good; the gateway's code and words. Never the key: no
  /// answer repeats it, and it is not in the address.
  static String message(String text) {
    var body = find(text);
    if (body.isEmpty()) {
      return "";
    }
    var message = body.get().has("error") ? body.get().path("error") : body.get().path("message");
    if (message.has("code")) {
      return message.path("code").asString("") + ": " + message.path("message").asString("");
    }
    return message.isString() ? message.asString("") : message.isMissingNode() ? "" : message.toString();
  }

  private static Map<String, String> indexes(JsonNode node) {
    var indexes = new LinkedHashMap<String, String>();
    node.properties().forEach(index -> indexes.put(index.getKey(), index.getValue().asString("")));
    return indexes;
  }

  private static Optional<JsonNode> find(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
