package band.civic.corkboard.guard;

import band.civic.corkboard.http.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who really asks, when proxies stand in between. Only what a trusted proxy added is believed: from the end of
/// `X-Forwarded-For` backwards, the first address that is no trusted proxy is the client. What a client wrote itself
/// stands before that and is ignored.
///
/// @param trusted addresses of the proxies
public record Proxies(Set<String> trusted) {

  public Proxies {
    trusted = Set.copyOf(trusted);
  }

  /// The call with its real client and the scheme that the client used.
  public Call resolve(Call call) {
    if (!trusted.contains(call.caller().address())) {
      return call;
    }
    var hops = call.header("x-forwarded-for")
        .map(h -> List.of(h.split(",")))
        .orElse(List.of())
        .stream()
        .map(String::strip)
        .filter(h -> !h.isEmpty())
        .toList();
    var client = call.caller().address();
    for (var hop : hops.reversed()) {
      client = hop;
      if (!trusted.contains(hop)) {
        break;
      }
    }
    var resolved = call.withCaller(new Call.Caller(client, call.caller().headers()));
    return call.header("x-forwarded-proto").map(Proxies::last).filter("https"::equals).isPresent()
        ? resolved.withOrigin(call.origin().replaceFirst("^http://", "https://"))
        : resolved;
  }

  private static String last(String header) {
    var all = Arrays.asList(header.toLowerCase(Locale.ROOT).split(","));
    return all.getLast().strip();
  }
}
