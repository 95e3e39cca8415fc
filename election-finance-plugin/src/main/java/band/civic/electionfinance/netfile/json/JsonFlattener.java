package band.civic.electionfinance.netfile.json;

import band.civic.electionfinance.netfile.xlsx.PlainNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Turns an object into texts by path. Fields of `transaction` stand at the top, elements of lists under their index.
final class JsonFlattener {
  private static final int MOST_ELEMENTS = 3;
  private static final String UNWRAPPED = "transaction";

  private final Predicate<String> secret;

  JsonFlattener(Predicate<String> secret) {
    this.secret = secret;
  }

  /// The object whose start is the parser's current token.
  Map<String, String> object(JsonParser parser) {
    Map<String, String> values = new LinkedHashMap<>();
    object(parser, "", values);
    return values;
  }

  private void object(JsonParser parser, String prefix, Map<String, String> values) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var field = parser.currentName();
      parser.nextToken();
      if (secret.test(field)) {
        parser.skipChildren();
      } else {
        value(parser, prefix + field, values);
      }
    }
  }

  private void value(JsonParser parser, String path, Map<String, String> values) {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path.equals(UNWRAPPED) ? "" : path + ".", values);
      case START_ARRAY -> list(parser, path, values);
      default -> values.putIfAbsent(path, scalar(parser));
    }
  }

  private void list(JsonParser parser, String path, Map<String, String> values) {
    for (var i = 0; parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null; i++) {
      if (parser.currentToken().isScalarValue()) {
        values.merge(path, scalar(parser), (before, next) -> before + "; " + next);
      } else if (i < MOST_ELEMENTS) {
        value(parser, path + "." + i, values);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static String scalar(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_TRUE -> "True";
      case VALUE_FALSE -> "False";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> PlainNumber.of(parser.getString());
      default -> parser.getString().strip();
    };
  }
}
