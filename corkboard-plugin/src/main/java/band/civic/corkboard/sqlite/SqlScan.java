package band.civic.corkboard.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads SQL only as far as needed: where its literals and comments end, which parameters it names, and whether a
/// second statement follows. A colon in a literal or a comment is no parameter.
public final class SqlScan {
  private final String sql;
  private final List<String> marks = new ArrayList<>();
  private final StringBuilder bare = new StringBuilder();
  private int at;
  private boolean ended;
  private boolean many;

  private SqlScan(String sql) {
    this.sql = sql;
  }

  /// What was found in a text.
  ///
  /// @param marks parameters with their mark in order of appearance, each once (`:a`, `?1`; a bare `?` each time)
  /// @param bare the text with comments taken out and literals emptied
  /// @param many true when something follows the first semicolon
  public record Found(List<String> marks, String bare, boolean many) {

    /// The names of the named parameters.
    public Set<String> names() {
      var names = new LinkedHashSet<String>();
      marks.stream().filter(m -> m.charAt(0) != '?').forEach(m -> names.add(m.substring(1)));
      return names;
    }
  }

  public static Found scan(String sql) {
    var scan = new SqlScan(sql);
    while (scan.at < sql.length()) {
      scan.step();
    }
    return new Found(List.copyOf(scan.marks), scan.bare.toString(), scan.many);
  }

  private void step() {
    char c = sql.charAt(at);
    switch (c) {
      case '\'', '"', '`' -> skipQuoted(c);
      case '[' -> skipTo("]", 1);
      case '-' -> skipCommentOrTake("--", "\n");
      case '/' -> skipCommentOrTake("/*", "*/");
      case ';' -> end();
      case ':', '@', '$' -> takeParameter();
      case '?' -> takeNumbered();
      default -> take(c);
    }
  }

  private void take(char c) {
    if (ended && !Character.isWhitespace(c)) {
      many = true;
    }
    bare.append(c);
    at++;
    if (isWordPart(c)) {
      while (at < sql.length() && isWordPart(sql.charAt(at))) {
        bare.append(sql.charAt(at++));
      }
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c > 127;
  }

  private void end() {
    ended = true;
    at++;
  }

  private void skipQuoted(char quote) {
    many |= ended;
    bare.append(quote).append(quote);
    at++;
    while (at < sql.length()) {
      if (sql.charAt(at++) == quote) {
        if (at < sql.length() && sql.charAt(at) == quote) {
          at++;
        } else {
          return;
        }
      }
    }
  }

  private void skipTo(String end, int from) {
    many |= ended;
    bare.append("\"\"");
    int stop = sql.indexOf(end, at + from);
    at = stop < 0 ? sql.length() : stop + end.length();
  }

  private void skipCommentOrTake(String start, String end) {
    if (!sql.startsWith(start, at)) {
      take(sql.charAt(at));
      return;
    }
    int stop = sql.indexOf(end, at + 2);
    at = stop < 0 ? sql.length() : stop + end.length();
    bare.append(' ');
  }

  private void takeParameter() {
    int from = at++;
    while (at < sql.length() && isWordPart(sql.charAt(at))) {
      at++;
    }
    many |= ended;
    var mark = sql.substring(from, at);
    bare.append(mark);
    if (mark.length() > 1 && !marks.contains(mark)) {
      marks.add(mark);
    }
  }

  private void takeNumbered() {
    int from = at++;
    while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
      at++;
    }
    many |= ended;
    marks.add(sql.substring(from, at));
    bare.append('?');
  }
}
