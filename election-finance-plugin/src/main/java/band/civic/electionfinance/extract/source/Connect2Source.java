package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.RawPage;
import band.civic.clerk.etl.bronze.UnitWriter;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.connect2.Connect2Client;
import band.civic.electionfinance.netfile.connect2.ListPage;
import band.civic.electionfinance.netfile.connect2.ListPages;
import band.civic.electionfinance.netfile.connect2.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Connect2's cal201 export: a year's transactions and summaries in pages, and what is known of their filers and
/// filings. A walk that was broken off goes on; one under which the list changed starts anew.
public final class Connect2Source implements Source {
  private final Connect2Client client;
  private final NetFileSettings settings;
  private final Clock clock;
  private final Shelf shelf;
  private final FilingFacts facts;

  public Connect2Source(Connect2Client client, NetFileSettings settings, Clock clock, Shelf shelf) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.shelf = shelf;
    this.facts = new FilingFacts(client, shelf, settings.number("netfile.walk-restarts"));
  }

  @Override
  public String name() {
    return "connect2";
  }

  @Override
  public List<Integer> listYears(Site.Agency agency) {
    return PastYears.list(settings, clock, year -> client.count(Listing.TRANSACTIONS, agency.shortcut(), year) > 0);
  }

  @Override
  public Reading read(Site.Agency agency, List<Integer> years) {
    return Reading.yearByYear(years, year -> readYear(agency, year));
  }

  private Optional<Completion> readYear(Site.Agency agency, int year) {
    var writer = shelf.begin(name(), agency, year);
    var reason = "";
    for (var walks = 0; walks <= settings.number("netfile.walk-restarts"); walks++) {
      try {
        return finish(agency, year, writer);
      } catch (ListWalk.Changed e) {
        reason = String.valueOf(e.getMessage());
        shelf.step("%s %d: starting anew, %s".formatted(agency.shortcut(), year, reason));
        writer = shelf.beginAnew(name(), agency, year);
      }
    }
    writer.discard();
    throw new ClerkException.BadSourceData(
        "connect2 of %s %d changed in each of %d walks (the last: %s): nothing of it is used".formatted(agency
            .shortcut(), year, settings.number("netfile.walk-restarts") + 1, reason));
  }

  private Optional<Completion> finish(Site.Agency agency, int year, UnitWriter writer) throws ListWalk.Changed {
    var transactions = walk(Listing.TRANSACTIONS, agency, year, writer);
    var summary = walk(Listing.SUMMARY, agency, year, writer);
    if (transactions + summary == 0) {
      writer.discard();
      return noRows(agency, year);
    }
    var filings = new TreeSet<String>();
    var filers = new TreeSet<String>();
    for (var listing : List.of(Listing.TRANSACTIONS, Listing.SUMMARY)) {
      for (var page : storedRows(listing, writer)) {
        filings.addAll(page.filings());
        filers.addAll(page.filers());
      }
    }
    facts.append(agency, writer, filings, filers);
    return Optional.of(shelf.finish(writer, transactions + summary));
  }

  private Optional<Completion> noRows(Site.Agency agency, int year) {
    var had = shelf.findComplete(agency, year).map(unit -> unit.rows().orElse(1)).orElse(0L);
    if (had > 0) {
      throw new ClerkException.BadSourceData(
          "connect2 gives no rows for %s %d, where %d were read before: kept as it was"
              .formatted(agency.shortcut(), year, had));
    }
    return Optional.empty();
  }

  private int walk(Listing listing, Site.Agency agency, int year, UnitWriter writer) throws ListWalk.Changed {
    var kind = listing.kind(client.csv()).name();
    var stored = storedRows(listing, writer);
    return new ListWalk(client, listing, agency.shortcut(), year).run(stored, (index, page) -> {
      shelf.step("%s %d: %s, page %d".formatted(agency.shortcut(), year, listing.word(), index + 1));
      var name = "%s-%04d.%s".formatted(listing.word(), index, client.csv() ? "csv" : "json");
      writer.append(new RawContent(name, kind, page.url().toString(), page.receivedAt(), RawContent.Body.of(page
          .bytes())), "%s %d".formatted(listing.word(), index + 1));
    });
  }

  private List<ListPage.Rows> storedRows(Listing listing, UnitWriter writer) {
    var kind = listing.kind(client.csv()).name();
    return writer.listPages()
        .stream()
        .filter(page -> page.kind().equals(kind))
        .map(page -> rows(listing, page))
        .toList();
  }

  private ListPage.Rows rows(Listing listing, RawPage page) {
    try {
      return ListPages.read(listing, client.csv(), Files.readAllBytes(page.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + page.file(), e);
    }
  }
}
