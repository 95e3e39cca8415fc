package band.civic.clerk.core.event.webhook;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.Cancelled;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts JSON to a webhook. With a secret the receiver can tell that it comes from here and when:
///
/// ```
/// X-Clerk-Event: data_loaded
/// X-Clerk-Delivery: the event's id; the same when it is sent again
/// X-Clerk-Timestamp: seconds since 1970
/// X-Clerk-Signature: sha256=HMAC-SHA256(secret, timestamp + "." + body), hex
/// ```
///
public final class WebhookSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int TIMED_OUT = 408;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final String ALGORITHM = "HmacSHA256";

  private final Optional<String> secret;
  private final Clock clock;

  /// @param secret what both sides know; without one nothing is signed
  public WebhookSender(Optional<String> secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /// A message.
  ///
  /// @param kind what it tells of, `data_loaded`
  /// @param delivery its id
  /// @param body JSON
  public record Message(String kind, String delivery, String body) {}

  /// Sends a message once. Redirects are not followed: the body is for the address that was named.
  ///
  /// @throws SourceUnavailable when the other side does not answer, or is in trouble: send it again later
  /// @throws BadConfiguration when the other side refuses it
  public void send(Webhook webhook, Message message) {
    try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      var status = http.send(request(webhook, message), BodyHandlers.discarding()).statusCode();
      check(webhook, status);
    } catch (IOException e) {
      throw new SourceUnavailable("Webhook %s does not answer (%s).".formatted(webhook.label(),
          e.getClass().getSimpleName()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled("The delivery to webhook " + webhook.label() + " was stopped.");
    }
  }

  private static void check(Webhook webhook, int status) {
    if (status / 100 == 2) {
      return;
    }
    var mayPass = status >= 500 || status == TIMED_OUT || status == TOO_MANY;
    if (mayPass) {
      throw new SourceUnavailable("Webhook %s answered %d.".formatted(webhook.label(), status));
    }
    throw new BadConfiguration("Webhook %s refused the message with %d%s. Correct webhook.urls or the receiver."
        .formatted(webhook.label(), status, status == GONE ? " (gone)" : ""));
  }

  private HttpRequest request(Webhook webhook, Message message) {
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    var request = HttpRequest.newBuilder(webhook.address())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "clerk")
        .header("X-Clerk-Event", message.kind())
        .header("X-Clerk-Delivery", message.delivery())
        .header("X-Clerk-Timestamp", timestamp)
        .POST(BodyPublishers.ofString(message.body()));
    secret.ifPresent(key -> request.header("X-Clerk-Signature",
        "sha256=" + signature(key, timestamp + "." + message.body())));
    return request.build();
  }

  private static String signature(String secret, String signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
