package band.civic.clerk.core.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Flat lists and maps of text as the registry's columns store them: JSON without nesting, read without a library.
public final class JsonText {
  private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|[^\\s,:{}\\[\\]\"]+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private JsonText() {}

  /// A map with its keys in order, `{"a":"b"}`.
  public static String of(Map<String, String> map) {
    return new TreeMap<>(map).entrySet()
        .stream()
        .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// A list, `["a","b"]`.
  public static String of(List<String> list) {
    return list.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  /// A flat object; numbers and booleans are given as text.
  public static Map<String, String> toMap(String json) {
    var tokens = toList(json);
    var map = new LinkedHashMap<String, String>();
    for (var i = 0; i + 1 < tokens.size(); i += 2) {
      map.put(tokens.get(i), tokens.get(i + 1));
    }
    return Map.copyOf(map);
  }

  /// A flat array; numbers and booleans are given as text.
  public static List<String> toList(String json) {
    var list = new ArrayList<String>();
    var token = TOKEN.matcher(json);
    while (token.find()) {
      list.add(token.group(1) == null ? token.group() : unescaped(token.group(1)));
    }
    return List.copyOf(list);
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> escape.length() == 5 ? Character.toString((char) Integer.parseInt(escape.substring(1), 16)) : "u";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      default -> escape;
    };
  }
}
