package band.civic.corkboard.sqlite;

import band.civic.corkboard.http.Failure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which SQL a reader may send: one statement that only reads. The connection is read-only besides; this refuses what
/// a read-only connection would still do (temporary tables, pragmas, attaching).
public final class SqlGuard {
  private static final Pattern ALLOWED = Pattern.compile("^(explain\\s+(query\\s+plan\\s+)?)?(select|with)\\b.*",
      Pattern.DOTALL);
  private static final List<String> PRAGMAS = List.of("database_list", "foreign_key_list", "function_list",
      "index_info", "index_list", "index_xinfo", "page_count", "max_page_count", "page_size", "schema_version",
      "table_info", "table_xinfo", "table_list");
  private static final Pattern PRAGMA = Pattern.compile("pragma(?!_(" + String.join("|", PRAGMAS) + ")\\b)");
  private static final String NO_PRAGMA = "Statement contained a disallowed PRAGMA. Allowed pragma functions are "
      + PRAGMAS.stream().map(p -> "pragma_" + p + "()").collect(Collectors.joining(", "));
  private static final Pattern CHANGING = Pattern.compile("\\b(random|randomblob|changes|total_changes|now|date|time|"
      + "datetime|julianday|unixepoch|strftime|timediff|current_date|current_time|current_timestamp|last_insert_rowid|"
      + "sqlite_\\w+)\\b");
  private static final int LONGEST = 100_000;

  private SqlGuard() {}

  /// Throws what the reader is told when the text is not one reading statement.
  public static void check(String sql) {
    if (sql.length() > LONGEST) {
      throw Failure.badRequest("Statement is too long");
    }
    if (sql.indexOf('\0') >= 0) {
      // SQLite would read no further than this
      throw Failure.badRequest("Statement may not contain a NUL character");
    }
    var found = SqlScan.scan(sql);
    if (!ALLOWED.matcher(found.bare().strip().toLowerCase(Locale.ROOT)).matches()) {
      throw Failure.badRequest("Statement must be a SELECT");
    }
    if (PRAGMA.matcher(sql.toLowerCase(Locale.ROOT)).find()) {
      throw Failure.badRequest(NO_PRAGMA);
    }
    if (found.many()) {
      throw Failure.badRequest("You can only execute one statement at a time.");
    }
  }

  /// A condition that is put into a WHERE: it may not end the statement it stands in.
  public static void checkFragment(String fragment) {
    if (fragment.indexOf('\0') >= 0) {
      throw Failure.badRequest("Invalid SQL: _where may not contain a NUL character");
    }
    if (SqlScan.scan(fragment + "\n x").many()) {
      throw Failure.badRequest("Invalid SQL: _where may not contain a semicolon");
    }
    if (PRAGMA.matcher(fragment.toLowerCase(Locale.ROOT)).find()) {
      throw Failure.badRequest(NO_PRAGMA);
    }
  }

  /// True when two runs of the same text may differ though the file is the same.
  public static boolean mayChange(String sql) {
    return CHANGING.matcher(sql.toLowerCase(Locale.ROOT)).find();
  }
}
