package band.civic.corkboard.dictionary;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds what a table's definition says of its columns: SQLite keeps the comments of `CREATE TABLE`.
final class Comments {
  private static final Pattern BEHIND = Pattern
      .compile("(?m)^\\s*(?:\"([^\"\\n]+)\"|\\[([^]\\n]+)]|(\\w+))[^\\n]*?\\s--\\s*([^\\n]+)$");
  private static final Pattern ABOVE = Pattern.compile("(?m)^\\s*--\\s*([^\\n]+)\\n\\s*(?:\"([^\"\\n]+)\"|(\\w+))\\s");

  private Comments() {}

  /// Comments by column.
  static Map<String, String> of(String definition) {
    var comments = new HashMap<String, String>();
    ABOVE.matcher(definition)
        .results()
        .forEach(m -> comments.put(m.group(2) == null ? m.group(3) : m.group(2), m.group(1).strip()));
    BEHIND.matcher(definition)
        .results()
        .forEach(m -> comments.put(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3),
            m.group(4).strip()));
    return comments;
  }
}
