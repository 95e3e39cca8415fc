package band.civic.fec.extract.api;

import band.civic.fec.openfec.Endpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row of OpenFEC as bronze keeps it.
///
/// @param id the FEC's number of an itemised row; else what tells rows of a list apart
/// @param committeeId whose row it is; empty where there is none
/// @param cycle two-year cycle
/// @param cents the amount, exact; absent where there is none
/// @param loadDate the day on which the FEC loaded it; empty where that is not told
/// @param fileNumber the filing that it stands in; 0 where that is not told
/// @param body JSON, keys in order, without the nested committees and candidates that rows repeat
/// @param hash of the body
record ApiRow(String id, String committeeId, int cycle, Optional<Long> cents, String loadDate, long fileNumber,
    String body, long hash) {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();
  private static final Set<String> REPEATED = Set.of("committee", "contributor", "recipient_committee", "candidate",
      "filing");
  private static final Map<Endpoint, String> AMOUNTS = Map.of(Endpoint.SCHEDULE_A, "contribution_receipt_amount",
      Endpoint.SCHEDULE_B, "disbursement_amount", Endpoint.SCHEDULE_E, "expenditure_amount");
  private static final int DAY = 10;

  /// The row; empty when it has no number, or an amount that is none.
  static Optional<ApiRow> of(SeriesKey series, ObjectNode node) {
    var id = id(series, node);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      var cents = Optional.ofNullable(AMOUNTS.get(series.list())).map(node::path).flatMap(ApiRow::cents);
      var body = body(node);
      var loaded = node.path("load_date").asString("");
      var cycle = node.path("two_year_transaction_period").asInt(series.cycle());
      return Optional.of(new ApiRow(id.get(), node.path("committee_id").asString(""), cycle, cents,
          loaded.length() > DAY
              ? loaded.substring(0, DAY)
              : loaded,
          node.path("file_number").asLong(0), body, hash(body)));
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The row that a body of bronze stands for.
  static Optional<ApiRow> ofBody(SeriesKey series, String body) {
    return of(series, (ObjectNode) JSON.readTree(body));
  }

  private static Optional<String> id(SeriesKey series, JsonNode node) {
    var id = switch (series.list()) {
      case SCHEDULE_A, SCHEDULE_B, SCHEDULE_E, FILINGS -> node.path("sub_id").asString("");
      case COMMITTEES, TOTALS -> node.path("committee_id").asString("");
      case CANDIDATES, ELECTIONS -> node.path("candidate_id").asString("");
      case EFILE_FILINGS -> node.path("file_number").asString("");
      case SCHEDULE_A_EFILE, SCHEDULE_B_EFILE, SCHEDULE_E_EFILE -> String.join("/", node.path("file_number")
          .asString(
              ""),
          node.path("transaction_id").asString(""), node.path("image_number").asString(""));
    };
    var isNumber = !series.list().isKeyset() || id.matches("\\d{1,18}|[1-8]\\d{18}");
    return Optional.of(id).filter(text -> !text.isBlank() && isNumber);
  }

  private static Optional<Long> cents(JsonNode amount) {
    if (amount.isNumber()) {
      return Optional.of(amount.decimalValue().movePointRight(2).longValueExact());
    }
    return amount.isString()
        ? Optional.of(new BigDecimal(amount.asString()).movePointRight(2).longValueExact())
        : Optional.empty();
  }

  private static String body(ObjectNode node) {
    var sorted = new TreeMap<String, @Nullable JsonNode>();
    node.properties().forEach(field -> {
      if (!REPEATED.contains(field.getKey()) || !field.getValue().isObject()) {
        sorted.put(field.getKey(), field.getValue());
      }
    });
    return JSON.writeValueAsString(sorted);
  }

  private static long hash(String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
