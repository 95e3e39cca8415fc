package band.civic.corkboard.sqlite;

import java.util.regex.Pattern;

/// What people type into a search box, made safe for FTS: each word in double quotes, so that no character is syntax.
/// A trailing `*` stands in the quotes, where FTS3 and FTS4 see it, and again after them, where FTS5 does, so that
/// `bud*` finds `budget` in all of them.
public final class SearchText {
  private static final Pattern SPLIT = Pattern.compile("(\".*?\"\\*?)|(\\S+)");

  private SearchText() {}

  public static String escape(String typed) {
    var text = typed.chars().filter(c -> c == '"').count() % 2 == 0 ? typed : typed + '"';
    var out = new StringBuilder();
    var match = SPLIT.matcher(spaced(text));
    while (match.find()) {
      var word = match.group();
      if (word.equals("\"\"")) {
        continue;
      }
      out.append(out.isEmpty() ? "" : " ").append(word.startsWith("\"") ? word : quote(word));
    }
    return out.toString();
  }

  /// A quoted phrase is a word of its own even when no space stands before it.
  private static String spaced(String text) {
    var out = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && !inside) {
        out.append(' ');
      }
      out.append(c);
      if (c == '"') {
        inside = !inside;
      }
    }
    return out.toString();
  }

  private static String quote(String word) {
    return word.length() > 1 && word.endsWith("*") && word.chars().filter(c -> c == '*').count() == 1
        ? '"' + word + "\"*"
        : '"' + word + '"';
  }
}
