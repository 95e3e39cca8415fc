package band.civic.clerk.core.operate.http;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the door is and who may enter.
///
/// @param address where it listens; port 0 takes any free one
/// @param token what whoever enters must show; empty: nothing, on this machine only
/// @param elsewhere whether any free port will do when that one is taken
public record DoorSettings(InetSocketAddress address, Optional<String> token, boolean elsewhere) {
  private static final String ADDRESS = "http.address";
  private static final String TOKEN = "http.token";
  private static final String DEFAULT = "127.0.0.1:8900";
  private static final int SHORTEST_TOKEN = 16;
  private static final Pattern HOST_AND_PORT = Pattern.compile("(?:(.*):)?(\\d{1,5})");

  /// Reads `http.address` (`HOST:PORT`, `PORT`, or `off`) and the secret `http.token`.
  ///
  /// @return empty when there is to be no door
  /// @throws BadConfiguration when the address is none, or reaches beyond this machine without a token
  public static Optional<DoorSettings> of(Settings settings) {
    var written = settings.find(ADDRESS);
    var address = written.orElse(DEFAULT).strip();
    if (address.equals("off")) {
      return Optional.empty();
    }
    var token = settings.findSecret(TOKEN).map(String::strip).filter(text -> !text.isEmpty());
    token.filter(text -> text.length() < SHORTEST_TOKEN).ifPresent(_ -> {
      throw new BadConfiguration(
          "http.token is too short to be safe. Give it at least %d characters (openssl rand -hex 16)."
              .formatted(SHORTEST_TOKEN));
    });
    var socket = parse(address);
    if (token.isEmpty() && !socket.getAddress().isLoopbackAddress()) {
      throw new BadConfiguration(("http.address %s can be reached from other machines, so it needs a token. Set "
          + "CLERK_HTTP_TOKEN or CLERK_HTTP_TOKEN_FILE, or listen on 127.0.0.1.").formatted(address));
    }
    return Optional.of(new DoorSettings(socket, token, written.isEmpty()));
  }

  private static InetSocketAddress parse(String address) {
    var parts = HOST_AND_PORT.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new BadConfiguration("http.address is not an address: %s. Write HOST:PORT, PORT, or `off`."
          .formatted(address));
    }
    var host = Optional.ofNullable(parts.group(1)).filter(name -> !name.isEmpty()).orElse("127.0.0.1");
    try {
      return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(parts.group(2)));
    } catch (UnknownHostException e) {
      throw new BadConfiguration("http.address names the host %s, which is not known. Write one of this machine's."
          .formatted(host), e);
    }
  }
}
