package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.UnitWriter;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.electionfinance.netfile.JsonText;
import band.civic.electionfinance.netfile.campaign.CampaignClient;
import band.civic.electionfinance.netfile.campaign.CampaignClient.What;
import band.civic.electionfinance.netfile.campaign.CampaignPage;
import band.civic.electionfinance.netfile.format.RawKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Walks through the Campaign API of one agency and shelves what it gives by year.
final class CampaignWalk {
  private static final int ROWS_A_PAGE = 1000;

  private final CampaignClient client;
  private final String aid;
  private final Shelf shelf;
  /// The page that was read last: where and when the rows that wait came from.
  private Optional<CampaignPage> last = Optional.empty();

  CampaignWalk(CampaignClient client, String aid, Shelf shelf) {
    this.client = client;
    this.aid = aid;
    this.shelf = shelf;
  }

  /// One year while it gathers.
  private static final class YearRows {
    private final UnitWriter writer;
    private final List<CampaignPage.Row> waiting = new ArrayList<>();
    private final Set<String> filings = new HashSet<>();
    private final Set<String> filers = new HashSet<>();
    private long count;
    private int pages;

    YearRows(UnitWriter writer) {
      this.writer = writer;
    }

    void add(CampaignPage.Row row) {
      waiting.add(row);
      filings.add(row.filing());
      filers.add(row.filer());
      count++;
    }
  }

  /// All rows of a list, by id.
  Map<String, CampaignPage.Row> list(What what) {
    var rows = new LinkedHashMap<String, CampaignPage.Row>();
    walk(what, page -> page.rows().forEach(row -> rows.put(row.id(), row)));
    return rows;
  }

  /// Reads everything and makes a complete unit of each of these years.
  Map<Integer, Completion> shelve(String adapter, Site.Agency agency, List<Integer> years) {
    var shelved = new TreeMap<Integer, YearRows>();
    years.forEach(year -> shelved.put(year, new YearRows(shelf.beginAnew(adapter, agency, year))));
    try {
      walk(What.TRANSACTIONS, page -> page.rows().forEach(row -> add(shelved, row, page)));
      return finish(shelved);
    } catch (ClerkException e) {
      shelved.values().forEach(year -> year.writer.discard());
      throw e;
    }
  }

  private void add(Map<Integer, YearRows> shelved, CampaignPage.Row row, CampaignPage page) {
    var year = shelved.get(row.year());
    if (year != null) {
      year.add(row);
      if (year.waiting.size() >= ROWS_A_PAGE) {
        flush(year, page);
      }
    }
  }

  private Map<Integer, Completion> finish(Map<Integer, YearRows> shelved) {
    var filings = list(What.FILINGS);
    var filers = list(What.FILERS);
    var done = new TreeMap<Integer, Completion>();
    shelved.forEach((number, year) -> {
      last.ifPresent(page -> {
        flush(year, page);
        append(year, RawKind.CAMPAIGN_FILINGS, page, pick(filings, year.filings));
        append(year, RawKind.CAMPAIGN_FILERS, page, pick(filers, year.filers));
      });
      done.put(number, shelf.finish(year.writer, year.count));
    });
    return done;
  }

  private static List<CampaignPage.Row> pick(Map<String, CampaignPage.Row> rows, Set<String> ids) {
    return rows.values().stream().filter(row -> ids.contains(row.id())).toList();
  }

  private void flush(YearRows year, CampaignPage page) {
    append(year, RawKind.CAMPAIGN_TRANSACTIONS, page, List.copyOf(year.waiting));
    year.waiting.clear();
  }

  private static void append(YearRows year, RawKind kind, CampaignPage page, Collection<CampaignPage.Row> rows) {
    var name = "%s-%04d.json".formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), year.pages++);
    var bytes = JsonText.list("results", rows.stream().map(CampaignPage.Row::json).toList());
    year.writer.append(new RawContent(name, kind.name(), page.url().toString(), page.receivedAt(), RawContent.Body.of(
        bytes)), name);
  }

  /// All pages of a list. A list that changes under the walk is refused: the session is then offered again.
  private void walk(What what, Consumer<CampaignPage> taker) {
    var ids = new HashSet<String>();
    var total = -1;
    for (var offset = 0;; offset = ids.size()) {
      shelf.step("%s: Campaign API, %d rows".formatted(aid, offset));
      var page = client.page(what, aid, offset);
      if (total >= 0 && page.total() != total) {
        throw changed(what, "the count went from %d to %d".formatted(total, page.total()));
      }
      total = page.total();
      for (var row : page.rows()) {
        if (!ids.add(row.id())) {
          throw changed(what, "row " + row.id() + " came twice");
        }
      }
      last = Optional.of(page);
      taker.accept(page);
      if (!page.hasNext() || page.rows().isEmpty()) {
        check(what, ids.size(), total);
        return;
      }
    }
  }

  private void check(What what, int seen, int total) {
    if (total >= 0 && seen != total) {
      throw changed(what, "%d different rows came, but %d are counted".formatted(seen, total));
    }
  }

  private ClerkException changed(What what, String how) {
    return new ClerkException.BadSourceData(
        "the Campaign API's %s of %s changed while they were read (%s): nothing of it "
            .formatted(what, aid, how) + "is used; run again");
  }
}
