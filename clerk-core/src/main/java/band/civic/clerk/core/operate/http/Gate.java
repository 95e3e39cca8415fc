package band.civic.clerk.core.operate.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Who may enter. With a token: whoever shows it, as `Authorization: Bearer` or as the password of a browser's own
/// dialogue. Without one: whoever is on this machine and asked for this machine by name, so that a page of the web
/// whose name was pointed here gets no answer. What changes something must come from one of our own pages.
final class Gate {
  private static final int RANDOM_BYTES = 24;

  private final Optional<byte[]> token;
  private final String formToken;

  Gate(Optional<String> token) {
    this.token = token.map(Gate::digest);
    var random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    this.formToken = HexFormat.of().formatHex(random);
  }

  String formToken() {
    return formToken;
  }

  /// Why the request is not let in.
  Optional<Answer> refuse(Request request, boolean open) {
    if (token.isPresent()) {
      if (!open && !showsToken(request)) {
        return Optional.of(Answer.text(401, "This page needs the token of http.token.")
            .withHeader("WWW-Authenticate", "Basic realm=\"clerk\", charset=\"UTF-8\""));
      }
    } else if (!request.header("Host").map(Gate::namesThisMachine).orElse(false)) {
      return Optional.of(Answer.text(421, "Ask for this machine by 127.0.0.1 or localhost."));
    }
    return request.method().equals("POST") && !isOurs(request)
        ? Optional.of(Answer.text(403, "This form is of another page or too old. Load the page again."))
        : Optional.empty();
  }

  private boolean showsToken(Request request) {
    return request.header("Authorization")
        .flatMap(Gate::shown)
        .filter(shown -> MessageDigest.isEqual(digest(shown), token.orElseThrow()))
        .isPresent();
  }

  private static Optional<String> shown(String authorization) {
    var parts = authorization.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(parts[1]);
      case "basic" -> password(parts[1]);
      default -> Optional.empty();
    };
  }

  private static Optional<String> password(String credentials) {
    try {
      var plain = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return Optional.of(plain.substring(plain.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not Base64, so not the token
    }
  }

  private static boolean namesThisMachine(String host) {
    var name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    if (name.equals("localhost")) {
      return true;
    }
    // only addresses from here on: a name would be looked up, and the web decides what it means
    if (!name.matches("\\[[0-9a-f:]+]|127(\\.\\d{1,3}){3}")) {
      return false;
    }
    try {
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean isOurs(Request request) {
    var host = request.header("Host").orElse("");
    var origin = request.header("Origin");
    var sameOrigin = origin.isEmpty() || origin.get().replaceFirst("^https?://", "").equalsIgnoreCase(host);
    var sent = request.form().getOrDefault(Request.FORM_TOKEN, "");
    return sameOrigin && MessageDigest.isEqual(digest(sent), digest(formToken));
  }

  /// Digests are of one length, so comparing them tells nothing of the text.
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
