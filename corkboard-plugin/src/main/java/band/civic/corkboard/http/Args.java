package band.civic.corkboard.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The query string's arguments in the order they stand in; a key may repeat and a value may be blank.
///
/// @param pairs decoded keys and values
public record Args(List<Arg> pairs) {
  private static final int MOST = 1_000;

  public Args {
    pairs = List.copyOf(pairs);
  }

  /// One `key=value`, decoded.
  public record Arg(String key, String value) {}

  /// Reads a raw query string. Broken percent signs are kept as they are; more than a thousand arguments are refused.
  public static Args parse(String rawQuery) {
    var pairs = new ArrayList<Arg>();
    for (var part : rawQuery.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      if (pairs.size() == MOST) {
        throw Failure.badRequest("Too many arguments");
      }
      int equals = part.indexOf('=');
      var key = equals < 0 ? part : part.substring(0, equals);
      var value = equals < 0 ? "" : part.substring(equals + 1);
      pairs.add(new Arg(Percent.decodeForm(key), Percent.decodeForm(value)));
    }
    return new Args(pairs);
  }

  /// The first value of that key.
  public Optional<String> find(String key) {
    return pairs.stream().filter(p -> p.key.equals(key)).map(Arg::value).findFirst();
  }

  /// The first value of that key, or nothing when it is absent or blank.
  public Optional<String> findFilled(String key) {
    return find(key).filter(v -> !v.isEmpty());
  }

  public List<String> all(String key) {
    return pairs.stream().filter(p -> p.key.equals(key)).map(Arg::value).toList();
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  /// The keys, each once, in order of first appearance.
  public Set<String> keys() {
    var keys = new LinkedHashSet<String>();
    pairs.forEach(p -> keys.add(p.key));
    return keys;
  }

  /// True for `on`, `true` and `1`.
  public boolean isOn(String key) {
    return find(key).map(v -> v.equalsIgnoreCase("on") || v.equalsIgnoreCase("true") || v.equals("1")).orElse(false);
  }

  /// True for `off`, `false` and `0`.
  public boolean isOff(String key) {
    return find(key).map(v -> v.equalsIgnoreCase("off") || v.equalsIgnoreCase("false") || v.equals("0")).orElse(false);
  }

  public Args with(String key, String value) {
    var more = new ArrayList<>(pairs);
    more.add(new Arg(key, value));
    return new Args(more);
  }

  /// Takes every argument out that `which` accepts.
  public Args without(Predicate<Arg> which) {
    return new Args(pairs.stream().filter(which.negate()).toList());
  }

  public Args without(String key) {
    return without(p -> p.key.equals(key));
  }

  public Args without(String key, String value) {
    return without(p -> p.key.equals(key) && p.value.equals(value));
  }

  public Args replaced(String key, String value) {
    return without(key).with(key, value);
  }

  /// As it stands in a URL, `?a=b&c=d`; empty when there is nothing.
  public String toQuery() {
    if (pairs.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    for (var pair : pairs) {
      text.append(text.isEmpty() ? '?' : '&').append(encode(pair.key)).append('=').append(encode(pair.value));
    }
    return text.toString();
  }

  /// One value as it stands in a query string.
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%7E", "~").replace("*", "%2A");
  }
}
