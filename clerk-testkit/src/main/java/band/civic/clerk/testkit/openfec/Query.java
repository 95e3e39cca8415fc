package band.civic.clerk.testkit.openfec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The path and the parameters of a request; a parameter may be there several times.
final class Query {
  private final String path;
  private final Map<String, List<String>> parameters;

  private Query(String path, Map<String, List<String>> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  static Query of(String target) {
    var mark = target.indexOf('?');
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : (mark < 0 ? "" : target.substring(mark + 1)).split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.computeIfAbsent(decode(pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decode(pair.substring(equals + 1)));
      }
    }
    var path = mark < 0 ? target : target.substring(0, mark);
    return new Query(path.endsWith("/") ? path : path + "/", parameters);
  }

  /// With a slash at the end; the server does not mind if there is none.
  String path() {
    return path;
  }

  Set<String> names() {
    return parameters.keySet();
  }

  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  Optional<String> find(String name) {
    return values(name).stream().findFirst();
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  int number(String name, int otherwise) {
    return find(name).map(Integer::parseInt).orElse(otherwise);
  }

  boolean isTrue(String name) {
    return find(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
