package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.JsonText;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.sites.SitesClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The site API: rows without transaction ids, so its years never take the place of better ones. A year is that of the
/// filing date.
public final class SitesSource implements Source {
  private final SitesClient client;
  private final NetFileSettings settings;
  private final Clock clock;
  private final Shelf shelf;

  public SitesSource(SitesClient client, NetFileSettings settings, Clock clock, Shelf shelf) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "sites_api";
  }

  @Override
  public boolean replacesOthers() {
    return false;
  }

  @Override
  public List<Integer> listYears(Site.Agency agency) {
    return PastYears.list(settings, clock, year -> client.hasFilings(agency.shortcut(), year));
  }

  @Override
  public Reading read(Site.Agency agency, List<Integer> years) {
    return Reading.yearByYear(years, year -> readYear(agency, year));
  }

  private Optional<Completion> readYear(Site.Agency agency, int year) {
    shelf.step("%s %d: site API".formatted(agency.shortcut(), year));
    var found = client.readYear(agency.shortcut(), year);
    if (found.filings().isEmpty()) {
      return Optional.empty();
    }
    var writer = shelf.beginAnew(name(), agency, year);
    var now = clock.instant();
    writer.append(new RawContent("filings.json", RawKind.SITES_FILINGS.name(), found.url().toString(), now,
        RawContent.Body.of(JsonText.list("filings", found.filings()))), "filings");
    writer.append(new RawContent("transactions.json", RawKind.SITES_TRANSACTIONS.name(), found.url().toString(), now,
        RawContent.Body.of(JsonText.list("items", found.transactions()))), "transactions");
    return Optional.of(shelf.finish(writer, found.filings().size() + found.transactions().size()));
  }
}
