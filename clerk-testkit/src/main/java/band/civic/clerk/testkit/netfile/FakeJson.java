package band.civic.clerk.testkit.netfile;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes rows of texts as NetFile's JSON: amounts, counts and `agency` as numbers, empty amounts as null.
final class FakeJson {
  private static final Pattern AMOUNT = Pattern.compile(
      "(?i).*amt.*|amount_.|calculated_amount|beg_bal|end_bal|amendmentsequencenumber|form|agency");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private FakeJson() {}

  static String array(Collection<Map<String, String>> rows) {
    return rows.stream().map(FakeJson::object).collect(Collectors.joining(",\n", "[", "]"));
  }

  static String object(Map<String, String> row) {
    return row.entrySet()
        .stream()
        .map(field -> quote(field.getKey()) + ":" + value(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted(c));
      } else {
        quoted.append((char) c);
      }
    });
    return quoted.append('"').toString();
  }

  private static String value(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text;
    }
    if (AMOUNT.matcher(name).matches()) {
      return NUMBER.matcher(text).matches() ? text : text.isEmpty() ? "null" : quote(text);
    }
    return quote(text);
  }
}
