package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.page.Assets;
import band.civic.corkboard.render.Xml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The few addresses that programs look for by themselves.
final class WellKnown {
  /// Programs that copy whole sites for other purposes than finding them again.
  private static final List<String> COPIERS = List.of("AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended",
      "Bytespider", "CCBot", "ChatGPT-User", "Claude-Web", "ClaudeBot", "cohere-ai", "Diffbot", "DuckAssistBot",
      "FacebookBot", "FriendlyCrawler", "Google-Extended", "GoogleOther", "GPTBot", "ICC-Crawler", "ImagesiftBot",
      "Meta-ExternalAgent", "OAI-SearchBot", "omgili", "PanguBot", "PerplexityBot", "PetalBot", "Scrapy", "SemrushBot",
      "Timpibot", "VelenPublicWebCrawler", "YouBot");

  private final Visit visit;

  WellKnown(Visit visit) {
    this.visit = visit;
  }

  Optional<Answer> find(String path) {
    return switch (path) {
      case "/robots.txt" -> Optional.of(Answer.text(Answer.TEXT, robots()));
      case "/opensearch.xml" -> Optional.of(Answer.text("application/opensearchdescription+xml; charset=utf-8",
          openSearch()));
      case "/favicon.ico" -> Assets.find("icon.svg");
      default -> Optional.empty();
    };
  }

  /// Listed programs stay out of the databases; everybody stays out of pages that only count the same rows again.
  private String robots() {
    var databases = visit.instance()
        .databases()
        .stream()
        .filter(d -> visit.instance().config().showsDatabase(d.name()))
        .map(d -> "Disallow: " + visit.call().link("/" + Tilde.encode(d.name())) + "\n")
        .collect(Collectors.joining());
    var agents = COPIERS.stream().map(a -> "User-agent: " + a + "\n").collect(Collectors.joining());
    return agents + databases + "\nUser-agent: *\nDisallow: /*?*_facet\nDisallow: /*?*_sort\nDisallow: /*/-/query\n"
        + "Disallow: /*.csv\n";
  }

  private String openSearch() {
    var title = visit.instance().config().metadata().get("title") instanceof String text ? text : "Databases";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
        <ShortName>%s</ShortName>
        <Description>Search %s</Description>
        <InputEncoding>UTF-8</InputEncoding>
        <Url type="text/html" template="%s?q={searchTerms}"/>
        </OpenSearchDescription>
        """.formatted(Xml.escape(title.substring(0, Math.min(16, title.length()))), Xml.escape(title),
        Xml.escape(visit.call().absolute(visit.call().link("/-/search"))));
  }
}
