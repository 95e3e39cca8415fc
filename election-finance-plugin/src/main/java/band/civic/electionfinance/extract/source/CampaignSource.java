package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.etl.bronze.Unit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.campaign.CampaignClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The Campaign API, for those who have a key. It is read as a whole and shelved by year. Its sync session says whether
/// there is anything new, and is completed only when everything is committed here: one that is not is offered again.
public final class CampaignSource implements Source {
  private final CampaignClient client;
  private final BronzeStore store;
  private final Shelf shelf;

  public CampaignSource(CampaignClient client, BronzeStore store, Shelf shelf) {
    this.client = client;
    this.store = store;
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "campaign_api";
  }

  @Override
  public List<Integer> listYears(Site.Agency agency) {
    if (!client.isConfigured()) {
      return List.of();
    }
    var years = new TreeSet<Integer>(Comparator.reverseOrder());
    new CampaignWalk(client, agency.shortcut(), shelf).list(CampaignClient.What.FILINGS)
        .values()
        .forEach(
            filing -> years.add(filing.year()));
    years.remove(0);
    return List.copyOf(years);
  }

  @Override
  public Reading read(Site.Agency agency, List<Integer> years) {
    if (!client.isConfigured()) {
      return Reading.notOffered(years, "no netfile.campaign.key and secret are set");
    }
    try {
      return new Reading(readWhole(agency, years), Map.of());
    } catch (ClerkException.SourceUnavailable | ClerkException.BadSourceData e) {
      var missed = new TreeMap<Integer, Reading.Miss>();
      years.forEach(year -> missed.put(year, Reading.Miss.failed(e)));
      return new Reading(Map.of(), missed);
    }
  }

  private Map<Integer, Completion> readWhole(Site.Agency agency, List<Integer> years) {
    var ours = ourYears(agency);
    var subscription = subscription(agency);
    if (ours.keySet().containsAll(years) && !client.hasNews(agency.shortcut(), subscription)) {
      var unchanged = new TreeMap<Integer, Completion>();
      years.forEach(year -> unchanged.put(year, new Completion(0, ours.getOrDefault(year, 0), 0)));
      return unchanged;
    }
    var isWhole = years.containsAll(ours.keySet());
    var session = isWhole ? client.openSession(agency.shortcut(), subscription) : Optional.<String>empty();
    var committed = false;
    try {
      var done = new CampaignWalk(client, agency.shortcut(), shelf).shelve(name(), agency, years);
      committed = true;
      return done;
    } finally {
      var command = committed ? "Complete" : "Cancel";
      session.ifPresent(id -> client.endSession(agency.shortcut(), id, command));
    }
  }

  private String subscription(Site.Agency agency) {
    var mark = "campaign-subscription/" + agency.id() + "/" + agency.shortcut();
    return store.findMark(mark).orElseGet(() -> {
      var id = client.subscribe(agency.shortcut());
      store.putMark(mark, id);
      return id;
    });
  }

  /// The years that bronze has from here, and how many pages.
  private Map<Integer, Integer> ourYears(Site.Agency agency) {
    var years = new TreeMap<Integer, Integer>();
    for (StoredUnit stored : store.listCompleteUnits()) {
      Unit unit = stored.unit();
      if (unit.adapter().equals(name()) && unit.agencyId() == agency.id() && unit.agencyShortcut()
          .equals(agency
              .shortcut())) {
        years.put(unit.year().orElse(0), stored.pages());
      }
    }
    return years;
  }
}
