package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.NoticeBook;
import band.civic.clerk.core.site.runs.NoticeBook.Kept;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.spi.Site.Agency;
import java.util.List;
import java.util.TreeMap;

/// All that is known of a site.
///
/// @param site its row
/// @param agencies whose filings it shows, of every source
/// @param datasets what it has, by data type
/// @param runs the last runs, the newest first
/// @param notices what the last attempt of each task found, one for each code
record SiteFacts(RegisteredSite site, List<Agency> agencies, List<SiteDataset> datasets, List<RunRow> runs,
    List<Kept> notices) {
  private static final int RUNS = 10;

  static SiteFacts of(String subdomain, Rooms rooms) {
    var site = rooms.sites().getSite(subdomain);
    var registry = rooms.registry();
    var agencies = rooms.siteConfig().sources().stream().flatMap(source -> site.agencies(source).stream()).toList();
    var datasets = new SiteDatasets(registry).list(subdomain);
    var notices = datasets.stream()
        .flatMap(dataset -> onePerCode(new NoticeBook(registry).listLatest(dataset.key())).stream())
        .toList();
    var runs = new RunBook(registry, DuePolicy.daily(Math::random)).listRuns(subdomain, RUNS);
    return new SiteFacts(site, agencies, datasets, runs, notices);
  }

  private static List<Kept> onePerCode(List<Kept> notices) {
    var firsts = new TreeMap<String, Kept>();
    notices.forEach(kept -> firsts.putIfAbsent(kept.task() + ' ' + kept.notice().code(), kept));
    return List.copyOf(firsts.values());
  }
}
