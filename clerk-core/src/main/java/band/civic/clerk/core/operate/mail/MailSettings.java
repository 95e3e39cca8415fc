package band.civic.clerk.core.operate.mail;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How mail is sent and to whom.
///
/// @param host the mail server
/// @param port its port
/// @param security how the connection is kept private
/// @param login user and password; empty for a server that asks for none
/// @param from the sender's address
/// @param to who gets it
public record MailSettings(String host, int port, Security security, Optional<Login> login, String from,
    List<String> to) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  public MailSettings {
    to = List.copyOf(to);
  }

  /// How the connection is kept private.
  public enum Security {
    /// It begins in the clear and must be encrypted before anything is said.
    STARTTLS,
    /// It is encrypted from the start.
    TLS,
    /// It is not; for a server on the same machine.
    NONE
  }

  /// Who sends.
  ///
  /// @param password never shown
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  /// Reads `smtp.host`, `smtp.port`, `smtp.security`, `smtp.user`, `smtp.from`, `smtp.to` and the secret `smtp.password`.
  ///
  /// @return empty when no server is named: no mail is sent
  /// @throws BadConfiguration when something is missing or wrong
  public static Optional<MailSettings> of(Settings settings) {
    return settings.find("smtp.host").map(host -> of(host.strip(), settings));
  }

  private static MailSettings of(String host, Settings settings) {
    var security = security(settings.find("smtp.security").orElse("starttls"));
    var port = settings.find("smtp.port")
        .map(MailSettings::port)
        .orElse(security == Security.TLS ? SUBMISSIONS : SUBMISSION);
    var user = settings.find("smtp.user");
    var login = user.map(name -> new Login(name, settings.findSecret("smtp.password")
        .orElseThrow(() -> missing("smtp.password (CLERK_SMTP_PASSWORD or CLERK_SMTP_PASSWORD_FILE)"))));
    var to = Arrays.stream(settings.find("smtp.to").orElseThrow(() -> missing("smtp.to")).split("[,;\\s]+"))
        .filter(address -> !address.isBlank())
        .toList();
    return new MailSettings(host, port, security, login, settings.find("smtp.from")
        .orElseThrow(() -> missing(
            "smtp.from")),
        to);
  }

  private static Security security(String word) {
    try {
      return Security.valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("smtp.security is starttls, tls or none, not %s.".formatted(word), e);
    }
  }

  private static int port(String text) {
    if (!text.strip().matches("\\d{1,5}")) {
      throw new BadConfiguration("smtp.port is not a port: %s.".formatted(text));
    }
    return Integer.parseInt(text.strip());
  }

  private static BadConfiguration missing(String key) {
    return new BadConfiguration("smtp.host is set but %s is not. Set it, or take smtp.host away.".formatted(key));
  }
}
