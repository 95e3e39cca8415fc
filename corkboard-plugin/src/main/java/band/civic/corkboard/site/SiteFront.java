package band.civic.corkboard.site;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Json;
import band.civic.corkboard.route.Front;
import java.util.Map;
import java.util.Optional;

/// Takes every request in sites mode: by host name to a site, by `/-/sites/{subdomain}/` to a site without DNS, else to
/// the home of all sites.
public final class SiteFront {
  private static final String BY_PATH = "/-/sites/";

  private final Hosts hosts;
  private final SiteList sites;
  private final Front front;
  private final Optional<String> unknownSite;

  /// @param unknownSite where requests for unknown sites are sent; without it they get a 404
  public SiteFront(Hosts hosts, SiteList sites, Front front, Optional<String> unknownSite) {
    this.hosts = hosts;
    this.sites = sites;
    this.front = front;
    this.unknownSite = unknownSite;
  }

  public Answer answer(Call call) {
    if (call.path().equals("/health") || call.path().equals("/health/")) {
      return Answer.of(Answer.JSON, Json.bytes(Map.of("ok", true)));
    }
    var host = call.header("host").orElse("");
    var subdomain = hosts.subdomain(host);
    if (subdomain.isPresent()) {
      return site(subdomain.get(), call);
    }
    if (!hosts.isHome(host)) {
      return unknown(call);
    }
    return call.path().startsWith(BY_PATH) ? byPath(call) : home(call);
  }

  private Answer byPath(Call call) {
    var rest = call.path().substring(BY_PATH.length());
    int slash = rest.indexOf('/');
    var subdomain = slash < 0 ? rest : rest.substring(0, slash);
    if (slash < 0) {
      return Answer.redirect(call.link(BY_PATH + subdomain + "/") + call.args().toQuery());
    }
    return site(subdomain, call.withBase(call.base() + BY_PATH + subdomain, rest.substring(slash)));
  }

  private Answer site(String subdomain, Call call) {
    return sites.find(subdomain).map(instance -> front.answer(instance, call)).orElseGet(() -> unknown(call));
  }

  private Answer unknown(Call call) {
    return unknownSite.map(Answer::redirect)
        .orElseGet(() -> Front.error(call, band.civic.corkboard.http.Failure.notFound("There is no such site here")));
  }

  private Answer home(Call call) {
    return front.guarded(call, () -> new HomeRoute(sites, hosts, front, call).answer());
  }
}
