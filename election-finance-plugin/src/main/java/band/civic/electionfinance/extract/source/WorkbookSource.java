package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.portal.PortalPage;
import band.civic.electionfinance.netfile.portal.WorkbookClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The portal's yearly workbook: at its direct address where an agency has one, else by way of the export form.
public final class WorkbookSource implements Source {
  private static final int NEVER = -1;

  private final WorkbookClient client;
  private final NetFileSettings settings;
  private final Clock clock;
  private final Shelf shelf;
  private final Map<String, Optional<PortalPage>> portals = new HashMap<>();
  /// Which of the direct addresses an agency has; unknown until one was found or all failed.
  private final Map<String, Integer> directs = new HashMap<>();

  public WorkbookSource(WorkbookClient client, NetFileSettings settings, Clock clock, Shelf shelf) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "workbook";
  }

  @Override
  public List<Integer> listYears(Site.Agency agency) {
    var aid = agency.shortcut();
    return portal(aid).map(PortalPage::years)
        .orElseGet(() -> PastYears.list(settings, clock, year -> client.directUrls(aid, year)
            .stream()
            .anyMatch(client::isOffered)));
  }

  @Override
  public Reading read(Site.Agency agency, List<Integer> years) {
    return Reading.yearByYear(years, year -> {
      shelf.step("%s %d: workbook".formatted(agency.shortcut(), year));
      return fetch(agency.shortcut(), year).map(answer -> store(agency, year, answer));
    });
  }

  private Optional<HttpAnswer> fetch(String aid, int year) {
    return findDirect(aid, year).or(() -> portal(aid).filter(page -> page.years().contains(year))
        .map(page -> client
            .export(page, year)));
  }

  private Optional<HttpAnswer> findDirect(String aid, int year) {
    var urls = client.directUrls(aid, year);
    var known = directs.get(aid);
    if (known != null) {
      return known == NEVER ? Optional.empty() : client.findDirect(urls.get(known));
    }
    for (var i = 0; i < urls.size(); i++) {
      var found = client.findDirect(urls.get(i));
      if (found.isPresent()) {
        directs.put(aid, i);
        return found;
      }
    }
    if (portal(aid).isPresent()) {
      directs.put(aid, NEVER);
    }
    return Optional.empty();
  }

  private Optional<PortalPage> portal(String aid) {
    var known = portals.get(aid);
    if (known == null) {
      known = client.findPortal(aid);
      portals.put(aid, known);
    }
    return known;
  }

  private Completion store(Site.Agency agency, int year, HttpAnswer answer) {
    var kind = WorkbookClient.isBareWorkbook(answer) ? RawKind.WORKBOOK_XLSX : RawKind.WORKBOOK_ZIP;
    var name = "efile_newest_%s_%d.%s".formatted(agency.shortcut(), year, kind == RawKind.WORKBOOK_XLSX
        ? "xlsx"
        : "zip");
    var writer = shelf.beginAnew(name(), agency, year);
    writer.append(new RawContent(name, kind.name(), answer.url().toString(), answer.receivedAt(), RawContent.Body.of(
        answer.bytes())), name);
    try (var rows = RawFile.rows(writer.listPages().getFirst().file(), kind)) {
      return shelf.finish(writer, rows.count());
    } catch (ClerkException.BadSourceData e) {
      writer.discard();
      throw e;
    }
  }
}
