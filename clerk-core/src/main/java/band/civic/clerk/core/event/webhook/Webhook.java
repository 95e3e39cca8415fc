package band.civic.clerk.core.event.webhook;

import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An address that wants to be told.
///
/// @param address `https://…`; it may hold a secret, so only [#label] is shown, stored and logged
public record Webhook(URI address) {
  private static final int LABEL_LENGTH = 8;

  /// @throws BadConfiguration when it is no address of HTTP
  public static Webhook of(String text) {
    try {
      var address = URI.create(text.strip());
      if (address.getHost() != null && String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT).matches("https?")) {
        return new Webhook(address);
      }
    } catch (IllegalArgumentException _) { // it quotes the address, which may hold a secret
      throw new BadConfiguration("webhook.urls holds something that is no address.");
    }
    throw new BadConfiguration("webhook.urls holds something that is no http or https address.");
  }

  /// The host and a few digits that tell two addresses of it apart: `example.org-1f3a9c02`.
  public String label() {
    return address.getHost() + "-"
        + Sha256.of(address.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LABEL_LENGTH);
  }

  @Override
  public String toString() {
    return label();
  }
}
