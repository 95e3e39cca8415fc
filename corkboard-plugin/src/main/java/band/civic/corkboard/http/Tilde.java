package band.civic.corkboard.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Path parts as Datasette writes them: every UTF-8 byte but `A-Za-z0-9_-` is `~XX`, a space is `+`. So no name can
/// hold a slash, a dot or a percent sign that a proxy would read as its own.
public final class Tilde {
  private static final String HEX = "0123456789ABCDEF";

  private Tilde() {}

  public static String encode(String text) {
    var out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isSafe(b)) {
        out.append((char) b);
      } else if (b == ' ') {
        out.append('+');
      } else {
        out.append('~').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isSafe(byte b) {
    return b > 0 && (Character.isLetterOrDigit(b) || b == '_' || b == '-');
  }

  public static String decode(String text) {
    return Percent.decode(text.replace('+', ' '), '~');
  }

  /// The parts of a compound key or paging token, each decoded.
  public static List<String> parts(String token) {
    return Arrays.stream(token.split(",", -1)).map(Tilde::decode).toList();
  }
}
