package band.civic.corkboard.site;

import band.civic.corkboard.page.Link;
import band.civic.corkboard.page.PlacesMap;
import band.civic.corkboard.page.SitesPage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Makes the page that lists sites.
///
/// @param all every site
/// @param link a site's page
/// @param names titles of databases by their names
/// @param home the list's own path, with its slash
record SiteOverview(List<SiteEntry> all, Function<SiteEntry, String> link, UnaryOperator<String> names, String home) {

  SitesPage page(SiteFilter filter) {
    var found = filter.apply(all);
    var total = String.format("%,d of %,d places, %,d with campaign finance", found.size(), all.size(),
        all.stream().filter(SiteEntry::hasFinance).count());
    var states = all.stream()
        .map(s -> s.place().state())
        .filter(s -> !s.isEmpty())
        .distinct()
        .sorted()
        .map(s -> new Link(s, home + "state/" + s))
        .toList();
    var kinds = all.stream().map(s -> s.place().kind()).filter(s -> !s.isEmpty()).distinct().sorted().toList();
    var form = new SitesPage.Form(filter.words(), filter.state(), filter.kind(), filter.sort(),
        new SitesPage.Choice(filter.finance(), states, kinds));
    return new SitesPage(found.stream().map(this::entry).toList(), total, form,
        PlacesMap.of(found.stream().flatMap(s -> place(s).stream()).toList()));
  }

  private SitesPage.Entry entry(SiteEntry site) {
    return new SitesPage.Entry(link(site), where(site),
        site.databases().stream().map(names).collect(Collectors.joining(", ")),
        site.modified().map(m -> m.atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse(""),
        site.hasFinance() ? link.apply(site) + "election_finance" : "");
  }

  private Link link(SiteEntry site) {
    return new Link(site.name(), link.apply(site));
  }

  private List<PlacesMap.Place> place(SiteEntry site) {
    var latitude = site.coordinate("lat").filter(d -> Math.abs(d) <= 90);
    var longitude = site.coordinate("lng").filter(d -> Math.abs(d) <= 180);
    return latitude.isEmpty() || longitude.isEmpty()
        ? List.of()
        : List.of(new PlacesMap.Place(link(site), site.hasFinance(), latitude.get(), longitude.get()));
  }

  private static String where(SiteEntry site) {
    var state = site.place().state();
    var kind = site.place().kind();
    return state + (state.isEmpty() || kind.isEmpty() ? "" : " · ") + kind;
  }
}
