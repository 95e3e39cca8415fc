package band.civic.electionfinance.extract.source;

import band.civic.clerk.spi.ClerkException;
import band.civic.electionfinance.netfile.connect2.Connect2Client;
import band.civic.electionfinance.netfile.connect2.ListPage;
import band.civic.electionfinance.netfile.connect2.Listing;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Walks through the pages of a Connect2 list until every row that the source counts was seen, and none twice.
final class ListWalk {
  private final Connect2Client client;
  private final Listing listing;
  private final String aid;
  private final int year;
  private final Set<String> keys = new HashSet<>();
  private OptionalInt total = OptionalInt.empty();

  ListWalk(Connect2Client client, Listing listing, String aid, int year) {
    this.client = client;
    this.listing = listing;
    this.aid = aid;
    this.year = year;
  }

  /// The list changed while it was walked through; the walk must start anew.
  static final class Changed extends Exception {
    private static final long serialVersionUID = 1L;

    Changed(String message) {
      super(message);
    }
  }

  /// Takes a page as soon as it is there.
  interface Taker {
    void take(int index, ListPage page);
  }

  /// Goes on after the pages that are stored already.
  ///
  /// @return how many rows the list has
  int run(List<ListPage.Rows> stored, Taker taker) throws Changed {
    for (var rows : stored) {
      add(rows);
    }
    if (isCsv()) {
      agree(client.count(listing, aid, year));
    }
    for (var index = stored.size(); index == 0 || keys.size() < total.orElse(0); index++) {
      var page = client.page(listing, aid, year, index);
      if (page.rows().keys().isEmpty() && index > 0) {
        throw new Changed("page %d of %s is empty, but %d rows are missing".formatted(index, listing.word(), total
            .orElse(0) - keys.size()));
      }
      add(page.rows());
      taker.take(index, page);
    }
    if (isCsv()) {
      agree(client.count(listing, aid, year));
    }
    if (keys.size() != total.orElse(0)) {
      throw new Changed("%s gave %d different rows, but counts %d".formatted(listing.word(), keys.size(), total.orElse(
          0)));
    }
    return keys.size();
  }

  private void add(ListPage.Rows rows) throws Changed {
    if (rows.total().isPresent()) {
      agree(rows.total().getAsInt());
      checkPages(rows);
    }
    for (var key : rows.keys()) {
      if (!keys.add(key)) {
        throw new Changed("a row of %s came twice (%s)".formatted(listing.word(), key));
      }
    }
  }

  private void agree(int counted) throws Changed {
    if (total.isPresent() && total.getAsInt() != counted) {
      throw new Changed("the count of %s went from %d to %d".formatted(listing.word(), total.getAsInt(), counted));
    }
    total = OptionalInt.of(counted);
  }

  /// When the page size is not granted, pages would be skipped or come twice.
  private void checkPages(ListPage.Rows rows) {
    var expected = (total.orElse(0) + client.pageSize() - 1) / client.pageSize();
    if (rows.pages().isPresent() && rows.pages().getAsInt() != expected) {
      throw new ClerkException.BadSourceData(
          "%s of %s %d: %d rows in pages of %d are %d pages, but NetFile says %d; set netfile.connect2.page-size to what it grants"
              .formatted(listing.word(), aid, year, total.orElse(0), client.pageSize(), expected, rows.pages()
                  .getAsInt()));
    }
  }

  private boolean isCsv() {
    return client.csv() && listing.kind(true) != listing.kind(false);
  }
}
