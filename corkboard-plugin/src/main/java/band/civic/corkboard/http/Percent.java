package band.civic.corkboard.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent encoding, read leniently: what is no escape stays as it is.
public final class Percent {

  private Percent() {}

  /// A form value: `+` is a space.
  public static String decodeForm(String text) {
    return decode(text.indexOf('+') < 0 ? text : text.replace('+', ' '), '%');
  }

  /// A path or a cookie: `+` stays.
  public static String decode(String text) {
    return decode(text, '%');
  }

  static String decode(String text, char mark) {
    if (text.indexOf(mark) < 0) {
      return text;
    }
    var out = new ByteArrayOutputStream(text.length());
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == mark && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      if (value < 0) {
        out.write(bytes[i]);
      } else {
        out.write(value);
        i += 2;
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int a = Character.digit(high, 16);
    int b = Character.digit(low, 16);
    return a < 0 || b < 0 ? -1 : a * 16 + b;
  }
}
