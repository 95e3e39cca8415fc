package band.civic.clerk.testkit.netfile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A request as the doors of the fake server read it.
///
/// @param query the parameters; their names are found without regard to case, as NetFile does
/// @param form what was posted as a form
record FakeRequest(SeenRequest seen, String path, Map<String, String> query, Map<String, String> form) {

  static FakeRequest of(SeenRequest seen) {
    var target = seen.target();
    var mark = target.indexOf('?');
    var path = mark < 0 ? target : target.substring(0, mark);
    return new FakeRequest(seen, path, fields(mark < 0 ? "" : target.substring(mark + 1)), fields(seen.body()
        .startsWith("{") ? "" : seen.body()));
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  int number(String name, int otherwise) {
    return parameter(name).matches("\\d+") ? Integer.parseInt(parameter(name)) : otherwise;
  }

  String header(String name) {
    return seen.headers().getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  FakeRequest withNumber(String name, int value) {
    var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(query);
    changed.put(name, Integer.toString(value));
    return new FakeRequest(seen, path, changed, form);
  }

  private static Map<String, String> fields(String text) {
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var pair : text.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
