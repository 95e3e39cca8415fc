package band.civic.corkboard.route;

import band.civic.corkboard.http.Tilde;
import java.util.List;
import java.util.Optional;

/// What a path names.
///
/// @param parts its parts, still encoded, the last without its format
/// @param format what stands after the dot of the last part: `json`, `csv`, `blob`, …
record Target(List<String> parts, Optional<String> format) {

  /// Splits a path at its slashes; the last part may end in a format.
  static Target of(String path) {
    var parts = List.of(path.substring(1).split("/", -1));
    var last = parts.getLast();
    int dot = last.lastIndexOf('.');
    if (dot < 0) {
      return new Target(parts, Optional.empty());
    }
    var named = new java.util.ArrayList<>(parts);
    named.set(parts.size() - 1, last.substring(0, dot));
    return new Target(List.copyOf(named), Optional.of(last.substring(dot + 1)));
  }

  int size() {
    return parts.size();
  }

  /// A part as it is written.
  String raw(int index) {
    return parts.get(index);
  }

  /// A part, decoded.
  String name(int index) {
    return Tilde.decode(parts.get(index));
  }

  boolean is(int index, String text) {
    return index < parts.size() && parts.get(index).equals(text);
  }

  boolean hasFormat(String wanted) {
    return format.filter(wanted::equals).isPresent();
  }

  boolean isHtml() {
    return format.isEmpty();
  }
}
