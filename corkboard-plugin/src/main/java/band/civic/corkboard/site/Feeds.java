package band.civic.corkboard.site;

import band.civic.corkboard.render.Xml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Feeds for programs: what was published lately, and every address.
final class Feeds {
  private static final int MOST = 50;

  private final SiteList sites;
  private final Function<SiteEntry, String> url;

  Feeds(SiteList sites, Function<SiteEntry, String> url) {
    this.sites = sites;
    this.url = url;
  }

  /// Publications, newest first.
  static List<SiteEntry> newest(List<SiteEntry> all) {
    return all.stream()
        .filter(s -> s.modified().isPresent())
        .sorted(Comparator.comparing((SiteEntry s) -> s.modified().orElse(Instant.EPOCH)).reversed())
        .limit(MOST)
        .toList();
  }

  String atom(String home) {
    var newest = newest(sites.list());
    var updated = newest.isEmpty() ? Instant.EPOCH : newest.getFirst().modified().orElse(Instant.EPOCH);
    var entries = newest.stream().map(this::entry).collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Newly published data</title><id>%s</id>
        <link rel="self" href="%sfeed.atom"/><updated>%s</updated><author><name>clerk</name></author>
        %s</feed>
        """.formatted(Xml.escape(home), Xml.escape(home), seconds(updated), entries);
  }

  private String entry(SiteEntry site) {
    var address = Xml.escape(url.apply(site));
    var at = seconds(site.modified().orElse(Instant.EPOCH));
    return "<entry><title>" + Xml.escape(site.name()) + "</title><id>" + address + "#" + at + "</id><link href=\""
        + address + "\"/><updated>" + at + "</updated><summary>" + Xml.escape(String.join(", ", site.databases()))
        + "</summary></entry>\n";
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  String sitemap() {
    var urls = sites.list()
        .stream()
        .filter(s -> !s.databases().isEmpty())
        .map(s -> "<url><loc>" + Xml.escape(url.apply(s)) + "</loc><lastmod>"
            + seconds(s.modified().orElse(Instant.EPOCH)) + "</lastmod></url>\n")
        .collect(Collectors.joining());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        + urls + "</urlset>\n";
  }
}
