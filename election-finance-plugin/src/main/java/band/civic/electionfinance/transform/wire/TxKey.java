package band.civic.electionfinance.transform.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The key of a transaction: the source's own where it gives one, else made of what the row says (netfile 3.6), so that
/// it is the same in every run and wherever the row came from.
public final class TxKey {
  private static final HexFormat HEX = HexFormat.of();

  private TxKey() {}

  /// The first 32 hex digits of the SHA-256 of the parts.
  public static String of(String... parts) {
    return digest(String.join("\u001f", parts));
  }

  /// The key of the n-th of rows that say the same, from 0.
  public static String nth(String key, int n) {
    return n == 0 ? key : digest(key + "#" + n);
  }

  /// The source's own key, when it has the form of one: 32 hex digits, perhaps with hyphens.
  static String own(String key) {
    var plain = key.replace("-", "").toLowerCase(Locale.ROOT);
    return plain.length() == 32 && plain.chars().allMatch(c -> Character.digit(c, 16) >= 0) ? plain : of("key", key);
  }

  private static String digest(String text) {
    try {
      var sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HEX.formatHex(sum, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
