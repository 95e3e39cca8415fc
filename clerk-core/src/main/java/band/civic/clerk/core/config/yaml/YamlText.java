package band.civic.clerk.core.config.yaml;

import java.util.regex.Pattern;

/// Texts as YAML that every reader understands as the same text.
public final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _.'-]*[A-Za-z0-9_.'-])?");
  // what some YAML reader takes for a boolean or null
  private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private YamlText() {}

  /// The text on one line, quoted unless it is plain for everybody.
  public static String quoted(String text) {
    var plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
  }
}
