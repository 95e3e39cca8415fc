package band.civic.corkboard.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the definition of a full-text table says.
final class Fts {
  private static final Pattern MODULE = Pattern.compile("VIRTUAL\\s+TABLE\\b.*\\bUSING\\s+FTS[345]",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern CONTENT = Pattern.compile(
      "\\bcontent\\s*=\\s*(?:\"([^\"]+)\"|\\[([^]]+)]|'([^']+)'|`([^`]+)`|([\\w]+))", Pattern.CASE_INSENSITIVE);

  private Fts() {}

  static boolean isFts(@Nullable String sql) {
    // most definitions are plain tables; the pattern is only tried on the others
    return sql != null && sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14) && MODULE.matcher(sql).find();
  }

  /// The table whose text is indexed.
  static Optional<String> contentOf(@Nullable String sql) {
    if (sql == null || !isFts(sql)) {
      return Optional.empty();
    }
    var match = CONTENT.matcher(sql);
    if (!match.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return Optional.of(match.group(group));
      }
    }
    return Optional.empty();
  }
}
