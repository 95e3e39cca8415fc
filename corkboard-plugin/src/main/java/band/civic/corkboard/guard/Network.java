package band.civic.corkboard.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Whom an address counts for. One line has one IPv4 address but a whole /64 of IPv6 addresses (RFC 4291, 2.5.4), and
/// may use another for every request.
final class Network {
  private static final int BYTES = 8;

  private Network() {}

  /// The first 64 bits of an IPv6 address; anything else as it is.
  static String of(String address) {
    // with a port in a proxy's header, and with the interface of a local one
    var bare = address.replaceFirst("^\\[([^]]*)](:\\d+)?$", "$1").replaceFirst("%.*$", "");
    if (bare.indexOf(':') == bare.lastIndexOf(':')) {
      return address;
    }
    try {
      var parsed = InetAddress.ofLiteral(bare);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, BYTES) + "/64"
          : parsed.getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
