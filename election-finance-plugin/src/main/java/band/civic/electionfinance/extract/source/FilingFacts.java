package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.UnitWriter;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.connect2.Connect2Client;
import band.civic.electionfinance.netfile.connect2.ListPage;
import band.civic.electionfinance.netfile.connect2.ListPages;
import band.civic.electionfinance.netfile.connect2.Listing;
import band.civic.electionfinance.netfile.format.RawKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What Connect2 knows of filers and filings beside their rows: when a filing was filed, and which amendment it is. The
/// lists are long and have no year, so they are read once a run, and each year gets the part that its rows speak of.
final class FilingFacts {
  private final Connect2Client client;
  private final Shelf shelf;
  private final int restarts;
  private final Map<String, List<ListPage>> lists = new HashMap<>();

  FilingFacts(Connect2Client client, Shelf shelf, int restarts) {
    this.client = client;
    this.shelf = shelf;
    this.restarts = restarts;
  }

  /// Adds the facts to a year's unit. Without them its rows are still whole, so a list that cannot be had is noted.
  void append(Site.Agency agency, UnitWriter writer, Set<String> filings, Set<String> filers) {
    try {
      append(Listing.FILERS, agency, writer, filers);
      append(Listing.FILINGS, agency, writer, filings);
      appendMissing(agency, writer, filings);
    } catch (ClerkException.SourceUnavailable | ClerkException.BadSourceData e) {
      shelf.note(Notice.warning("filing_facts_missing", agency.shortcut() + " " + writer.unit().year().orElse(0),
          "filing dates and amendment numbers could not be read: " + e.getMessage()));
    }
    refuseOthers(agency);
  }

  /// A shortcut is not always one agency's alone; the filings say whose they are.
  private void refuseOthers(Site.Agency agency) {
    var others = new TreeSet<Integer>();
    lists.getOrDefault(agency.shortcut() + " " + Listing.FILINGS, List.of())
        .forEach(page -> others.addAll(page.rows().agencies()));
    others.remove(agency.id());
    if (!others.isEmpty()) {
      throw new ClerkException.BadSourceData(
          "asked for %s (%d), NetFile answers with filings of agency %s: nothing of it is used"
              .formatted(agency.shortcut(), agency.id(), others));
    }
  }

  private void append(Listing listing, Site.Agency agency, UnitWriter writer, Set<String> keys) {
    var pages = lists.computeIfAbsent(agency.shortcut() + " " + listing, _ -> walk(listing, agency));
    var name = listing.word() + ".json";
    if (writer.listPages().stream().noneMatch(page -> page.file().endsWith(name))) {
      var bytes = ListPages.subset(listing, pages.stream().map(ListPage::bytes).toList(), keys);
      var last = pages.getLast();
      writer.append(new RawContent(name, listing.kind(false).name(), last.url().toString(), last.receivedAt(),
          RawContent.Body.of(bytes)), listing.word());
    }
  }

  /// Filings that the list does not have are asked for one by one.
  private void appendMissing(Site.Agency agency, UnitWriter writer, Set<String> filings) {
    var missing = new TreeSet<>(filings);
    lists.getOrDefault(agency.shortcut() + " " + Listing.FILINGS, List.of())
        .forEach(page -> missing.removeAll(page
            .rows()
            .keys()));
    for (var filing : missing) {
      var name = "filing-" + filing.replaceAll("[^A-Za-z0-9-]", "_") + ".json";
      if (writer.listPages().stream().noneMatch(page -> page.file().endsWith(name))) {
        shelf.step("%s: filing %s".formatted(agency.shortcut(), filing));
        var answer = client.filingInfo(filing);
        writer.append(new RawContent(name, RawKind.CONNECT2_FILING_INFO.name(), answer.url().toString(), answer
            .receivedAt(), RawContent.Body.of(answer.bytes())), name);
      }
    }
  }

  private List<ListPage> walk(Listing listing, Site.Agency agency) {
    for (var walks = 0; walks <= restarts; walks++) {
      var pages = new ArrayList<ListPage>();
      try {
        new ListWalk(client, listing, agency.shortcut(), 0).run(List.of(), (index, page) -> {
          shelf.step("%s: %s, page %d".formatted(agency.shortcut(), listing.word(), index + 1));
          pages.add(page);
        });
        return pages;
      } catch (ListWalk.Changed e) {
        shelf.step("%s: starting anew, %s".formatted(agency.shortcut(), e.getMessage()));
      }
    }
    throw new ClerkException.BadSourceData("the list of " + listing.word() + " of " + agency.shortcut()
        + " changes faster than it can be read");
  }
}
