package band.civic.clerk.core.operate.mail;

import band.civic.clerk.core.operate.mail.MailSettings.Security;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import jakarta.mail.Authenticator;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/// Sends plain text by SMTP.
public final class Mailer {
  private static final String TIMEOUT_MILLIS = "10000";

  private final MailSettings settings;
  private final Clock clock;

  public Mailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Sends one mail to everybody in `smtp.to`.
  ///
  /// @throws SourceUnavailable when the server does not answer: send it again later
  /// @throws BadConfiguration when it refuses the login or an address
  public void send(String subject, String text) {
    try {
      var mail = new MimeMessage(session());
      mail.setFrom(new InternetAddress(settings.from(), true));
      for (var address : settings.to()) {
        mail.addRecipient(RecipientType.TO, new InternetAddress(address, true));
      }
      mail.setSubject(subject.replaceAll("[\\r\\n]+", " "), StandardCharsets.UTF_8.name());
      mail.setText(text, StandardCharsets.UTF_8.name());
      mail.setSentDate(Date.from(clock.instant()));
      Transport.send(mail);
    } catch (AuthenticationFailedException e) {
      throw refused("the user or password", "smtp.user and CLERK_SMTP_PASSWORD", e);
    } catch (AddressException | SendFailedException e) {
      throw refused("an address", "smtp.from and smtp.to", e);
    } catch (MessagingException e) {
      throw new SourceUnavailable("The mail server %s:%d does not take mail (%s). It is tried again.".formatted(
          settings.host(), settings.port(), e.getClass().getSimpleName()), e);
    }
  }

  private BadConfiguration refused(String what, String keys, MessagingException e) {
    return new BadConfiguration("The mail server %s:%d refuses %s. Correct %s.".formatted(settings.host(),
        settings.port(), what, keys), e);
  }

  private Session session() {
    var properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
    properties.put("mail.smtp.starttls.enable", String.valueOf(settings.security() == Security.STARTTLS));
    properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
    properties.put("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
    return Session.getInstance(properties, settings.login().map(Mailer::authenticator).orElse(null));
  }

  private static Authenticator authenticator(MailSettings.Login login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.user(), login.password());
      }
    };
  }
}
