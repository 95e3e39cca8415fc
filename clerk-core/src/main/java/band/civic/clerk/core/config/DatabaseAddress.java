package band.civic.clerk.core.config;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.net.URLEncoder;
import java.net.URLDecoder;

/// The registry's address in any of the usual spellings.
final class DatabaseAddress {

  private DatabaseAddress() {}

  /// The JDBC spelling of `jdbc:sqlite:PATH`, `sqlite:PATH`, `jdbc:postgresql://HOST/DB` or
  /// `postgres[ql]://USER:PASSWORD@HOST:PORT/DB?OPTIONS`.
  ///
  /// @throws BadConfiguration for any other spelling; the message never repeats the address, which may hold a password
  static String jdbc(String address) {
    if (address.startsWith("jdbc:sqlite:") || address.startsWith("jdbc:postgresql:")) {
      return address;
    }
    if (address.startsWith("sqlite:")) {
      return "jdbc:" + address.replaceFirst("^sqlite://", "sqlite:");
    }
    if (address.startsWith("postgres://") || address.startsWith("postgresql://")) {
      return postgres(address);
    }
    throw unknown();
  }

  private static String postgres(String address) {
    try {
      var uri = new URI(address);
      var jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost() == null ? "localhost" : uri.getHost());
      if (uri.getPort() >= 0) {
        jdbc.append(':').append(uri.getPort());
      }
      jdbc.append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
      var separator = '?';
      if (uri.getRawQuery() != null) {
        jdbc.append(separator).append(uri.getRawQuery());
        separator = '&';
      }
      appendUser(jdbc, separator, uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo());
      return jdbc.toString();
    } catch (URISyntaxException e) {
      // the cause would repeat the address
      throw unknown();
    }
  }

  private static void appendUser(StringBuilder jdbc, char separator, String userInfo) {
    if (userInfo.isEmpty()) {
      return;
    }
    var parts = userInfo.split(":", 2);
    jdbc.append(separator).append("user=").append(encoded(parts[0]));
    if (parts.length > 1) {
      jdbc.append("&password=").append(encoded(parts[1]));
    }
  }

  private static String encoded(String percentEncoded) {
    var plain = URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }

  private static BadConfiguration unknown() {
    return new BadConfiguration("The registry's address (CLERK_DATABASE_URL) is not one clerk knows. Write "
        + "postgres://USER:PASSWORD@HOST:PORT/DATABASE (special characters percent-encoded) or jdbc:sqlite:PATH.");
  }
}
