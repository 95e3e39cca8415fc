package band.civic.clerk.core.config;

import java.util.List;
import java.util.regex.Pattern;

/// Which settings are secrets, and how a value looks when a person may see it.
final class Secrets {
  static final String MASK = "********";

  private static final Pattern SECRET_KEY = Pattern
      .compile(".*(^|[.-])(key|secret|token|password|passwd|credentials?|dsn)|webhook\\.urls");
  private static final List<Pattern> PARTS = List.of(Pattern.compile("(?<=://)[^/@?#]*:[^/@?#]*(?=@)"),
      Pattern.compile("(?i)(?<=[?&;](password|sslpassword|pwd|token|secret)=)[^&;]*"));

  private Secrets() {}

  /// Whether the last word of the key says so: `netfile.api-key`.
  static boolean isSecret(String key) {
    return SECRET_KEY.matcher(key).matches();
  }

  /// Whether a value carries a password, as a database address may.
  static boolean holdsSecret(String value) {
    return PARTS.stream().anyMatch(part -> part.matcher(value).find());
  }

  /// The value as it may be shown.
  static String masked(String key, String value) {
    if (isSecret(key)) {
      return MASK;
    }
    var shown = value;
    for (var part : PARTS) {
      shown = part.matcher(shown).replaceAll(MASK);
    }
    return shown;
  }
}
