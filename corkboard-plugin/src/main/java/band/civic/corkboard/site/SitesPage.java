package band.civic.corkboard.site;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// The list of sites.
///
/// @param sites those shown
/// @param total in words, how many there are
/// @param filter what was asked for
/// @param states states to choose from
/// @param kinds kinds to choose from
/// @param dots places on the map
public record SitesPage(List<Entry> sites, String total, Form filter, List<String> states, List<String> kinds,
    List<Dot> dots) {

  /// @param name the place
  /// @param href its pages
  /// @param where state and kind
  /// @param databases what there is
  /// @param updated when it was last published
  /// @param finance true when it has campaign finance
  public record Entry(String name, String href, String where, String databases, String updated, boolean finance) {}

  /// What stands in the form.
  public record Form(String words, String state, String kind, boolean finance, String sort) {}

  /// A place on a map of 720 by 360 points, whole degrees twice.
  public record Dot(String name, String href, String x, String y) {}

  static SitesPage of(List<SiteEntry> found, List<SiteEntry> all, SiteFilter filter, Function<SiteEntry, String> link) {
    var entries = found.stream()
        .map(s -> new Entry(s.name(), link.apply(s), where(s), String.join(", ", s.databases()),
            s.modified().map(m -> m.atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse(""), s.hasFinance()))
        .toList();
    var total = String.format("%,d of %,d places, %,d with campaign finance", found.size(), all.size(),
        all.stream().filter(SiteEntry::hasFinance).count());
    var form = new Form(filter.words(), filter.state(), filter.kind(), filter.finance(), filter.sort());
    return new SitesPage(entries, total, form,
        all.stream().map(s -> s.place().state()).filter(s -> !s.isEmpty()).distinct().sorted().toList(),
        all.stream().map(s -> s.place().kind()).filter(s -> !s.isEmpty()).distinct().sorted().toList(),
        found.stream().flatMap(s -> dot(s, link.apply(s)).stream()).toList());
  }

  private static java.util.Optional<Dot> dot(SiteEntry site, String href) {
    return site.coordinate("lat")
        .flatMap(lat -> site.coordinate("lng")
            .map(lng -> new Dot(site.name(), href, number((lng + 180) * 2), number((90 - lat) * 2))));
  }

  private static String number(double value) {
    return String.format(java.util.Locale.ROOT, "%.1f", value);
  }

  private static String where(SiteEntry site) {
    var state = site.place().state();
    var kind = site.place().kind();
    return state + (state.isEmpty() || kind.isEmpty() ? "" : " · ") + kind;
  }
}
