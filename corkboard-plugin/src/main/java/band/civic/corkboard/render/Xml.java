package band.civic.corkboard.render;

/// Text inside XML.
public final class Xml {

  private Xml() {}

  public static String escape(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().filter(Xml::isAllowed).forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  /// XML has no way to write most control characters, not even escaped.
  private static boolean isAllowed(int c) {
    return c >= 32 || c == '\n' || c == '\t' || c == '\r';
  }
}
