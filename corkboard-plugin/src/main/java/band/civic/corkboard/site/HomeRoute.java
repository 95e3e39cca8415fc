package band.civic.corkboard.site;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.page.Assets;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.generated.JtesitesGenerated;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.route.Pages;
import band.civic.corkboard.route.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The home of all sites: the list, its filters, feeds and the map.
final class HomeRoute {
  private final SiteList sites;
  private final Hosts hosts;
  private final Front front;
  private final Call call;

  HomeRoute(SiteList sites, Hosts hosts, Front front, Call call) {
    this.sites = sites;
    this.hosts = hosts;
    this.front = front;
    this.call = call;
  }

  Answer answer() {
    var path = call.path().length() > 1 ? call.path().replaceFirst("/$", "") : call.path();
    if (path.startsWith("/-/static/")) {
      return Assets.find(path.substring("/-/static/".length())).orElseThrow(this::notFound);
    }
    if (path.startsWith("/state/")) {
      return list(call.withArgs(call.args().replaced("state", path.substring("/state/".length()))));
    }
    return switch (path) {
      case "/" -> list(call);
      case "/map" -> Answer.redirect(call.link("/") + call.args().toQuery() + "#map");
      case "/sites/search" -> Answer.redirect(call.link("/") + call.args().toQuery());
      case "/sites.json", "/.json" -> Answer.json(json());
      case "/api/recent-deploys" -> recent();
      case "/feed.atom", "/rss.xml" -> Answer.text("application/atom+xml; charset=utf-8", new Feeds(sites, this::url)
          .atom(call.absolute(call.link("/"))));
      case "/sitemap.xml" -> Answer.text("application/xml; charset=utf-8", new Feeds(sites, this::url).sitemap());
      case "/robots.txt" -> Answer.text(Answer.TEXT, "User-agent: *\nDisallow: /api/\nSitemap: "
          + call.absolute(call.link("/sitemap.xml")) + "\n");
      case "/favicon.ico" -> Assets.find("icon.svg").orElseThrow(this::notFound);
      case "/-/search" -> search(call.args());
      case "/-/search.json" -> search(call.args().replaced("_format", "json"));
      default -> throw notFound();
    };
  }

  /// Publications since an instant, for those with a key; the gate has checked the key itself.
  private Answer recent() {
    if (call.header("authorization").or(() -> call.header("x-api-key")).isEmpty()) {
      throw Failure.forbidden("Recent deploys need an API key");
    }
    var since = call.args().findFilled("since").map(s -> s.replace(' ', '+'));
    if (since.isEmpty()) {
      return Answer.json(List.of());
    }
    try {
      var after = since.get().length() == 10
          ? java.time.LocalDate.parse(since.get()).atStartOfDay().toInstant(java.time.ZoneOffset.UTC)
          : java.time.OffsetDateTime.parse(since.get()).toInstant();
      return Answer.json(Feeds.newest(sites.list())
          .stream()
          .filter(s -> s.modified().filter(after::isBefore).isPresent())
          .map(this::describe)
          .toList());
    } catch (java.time.format.DateTimeParseException e) {
      throw Failure.badRequest("since must be an ISO 8601 instant, 2026-11-24T00:00:00Z");
    }
  }

  /// Searches the sites one after the other, newest first.
  private Answer search(Args args) {
    var frame = new Frame("Search all places", List.of(new Link("home", call.link("/"))), call.base(), Optional.empty(),
        sites.config().metadata(), "");
    var visits = Feeds.newest(sites.list())
        .stream()
        .flatMap(s -> sites.find(s.subdomain())
            .stream()
            .map(i -> front.visit(i,
                call.withBase(call.base() + "/-/sites/" + s.subdomain(), "/-/search"))))
        .toList();
    return Search.answer(frame, visits, args, true);
  }

  private Failure notFound() {
    return Failure.notFound("Page not found: " + call.path());
  }

  private Answer list(Call asked) {
    var filter = SiteFilter.of(asked.args());
    var title = sites.config().metadata().get("title") instanceof String text ? text : "Civic data by place";
    var where = filter.state().isEmpty() ? title : title + ": " + filter.state();
    List<Link> above = filter.state().isEmpty() ? List.of() : List.of(new Link("home", call.link("/")));
    var frame = new Frame(where, above, call.base(), Optional.of(call.absolute(call.link("/sites.json"))),
        sites.config().metadata(), "");
    var page = new SiteOverview(sites.list(), this::link, this::title, call.link("/")).page(filter);
    return Pages.answer(frame, out -> JtesitesGenerated.render(out, null, frame, page));
  }

  private Map<String, @Nullable Object> json() {
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("ok", true);
    data.put("sites", SiteFilter.of(call.args()).apply(sites.list()).stream().map(this::describe).toList());
    return data;
  }

  private Map<String, @Nullable Object> describe(SiteEntry site) {
    var described = new LinkedHashMap<String, @Nullable Object>();
    described.put("subdomain", site.subdomain());
    described.put("name", site.name());
    described.put("state", site.place().state());
    described.put("kind", site.place().kind());
    described.put("databases", site.databases());
    described.put("has_finance", site.hasFinance());
    described.put("updated_at", site.modified());
    described.put("lat", site.coordinate("lat"));
    described.put("lng", site.coordinate("lng"));
    described.put("url", url(site));
    return described;
  }

  private String title(String database) {
    return sites.config().metadata(database).get("title") instanceof String title ? title : database;
  }

  /// A site's page: below its own name when the home has a domain, else by path.
  String link(SiteEntry site) {
    var host = call.origin().replaceFirst("^https?://", "");
    var bare = host.replaceFirst(":\\d*$", "").toLowerCase(java.util.Locale.ROOT);
    return hosts.roots().contains(bare)
        ? call.origin().replace("://", "://" + site.subdomain() + ".") + "/"
        : call.link("/-/sites/" + site.subdomain() + "/");
  }

  private String url(SiteEntry site) {
    var link = link(site);
    return link.startsWith("/") ? call.absolute(link) : link;
  }

}
