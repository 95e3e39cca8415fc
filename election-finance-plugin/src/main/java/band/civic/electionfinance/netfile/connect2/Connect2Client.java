package band.civic.electionfinance.netfile.connect2;

import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.spi.ClerkException;
import band.civic.electionfinance.netfile.NetFileJson;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Connect2 v1, NetFile's public service without a key.
public final class Connect2Client {
  private final NetFileSettings settings;
  private final PoliteHttp http;
  private final NetFileJson json;
  private final boolean csv;

  /// @throws ClerkException.BadConfiguration when `netfile.connect2.format` is neither json nor csv
  public Connect2Client(NetFileSettings settings, PoliteHttp http) {
    this.settings = settings;
    this.http = http;
    this.json = new NetFileJson(settings.list("netfile.permanent-errors"));
    this.csv = switch (settings.text("netfile.connect2.format")) {
      case "json" -> false;
      case "csv" -> true;
      case String other -> throw new ClerkException.BadConfiguration(
          "the setting netfile.connect2.format is json or csv, not \"" + other + "\"");
    };
  }

  /// Whether transactions and summaries come as CSV; such pages do not say how many rows there are.
  public boolean csv() {
    return csv;
  }

  /// Rows a page.
  public int pageSize() {
    return settings.number("netfile.connect2.page-size");
  }

  /// All agencies, as NetFile lists them.
  public AgencyList listAgencies() {
    var answer = http.send(HttpAsk.get(settings.url("netfile.connect2.agencies", Map.of())), json);
    var agencies = new ArrayList<ListedAgency>();
    for (var row : NetFileJson.parse(answer.bytes()).path("agencies")) {
      agencies.add(new ListedAgency(row.path("id").asInt(), row.path("shortcut").asString(""),
          row.path("name")
              .asString(
                  "")
              .strip()));
    }
    if (agencies.isEmpty()) {
      throw new ClerkException.BadSourceData("NetFile's list of agencies is empty: " + answer.url());
    }
    return new AgencyList(agencies, answer);
  }

  /// NetFile's list of agencies.
  ///
  /// @param agencies in its order
  /// @param answer as it came
  public record AgencyList(List<ListedAgency> agencies, HttpAnswer answer) {}

  /// One page of a list of the agency.
  ///
  /// @param year of the transactions; without meaning for filers and filings
  /// @param page from 0
  public ListPage page(Listing listing, String aid, int year, int page) {
    var asCsv = csv && listing.kind(true) != listing.kind(false);
    var key = "netfile.connect2." + listing.word() + (asCsv ? "-csv" : "");
    var url = url(key, aid, year, page, pageSize());
    return asCsv ? csvPage(listing, url) : jsonPage(listing, url);
  }

  /// How many rows the list has, from a page of one row.
  public int count(Listing listing, String aid, int year) {
    var page = jsonPage(listing, url("netfile.connect2." + listing.word(), aid, year, 0, 1));
    return page.rows()
        .total()
        .orElseThrow(() -> new ClerkException.BadSourceData("NetFile does not say how many "
            + listing.word() + " there are: " + page.url()));
  }

  /// What is known of one filing.
  public HttpAnswer filingInfo(String filingId) {
    return http.send(HttpAsk.get(settings.url("netfile.connect2.filing-info", Map.of("filing", filingId))), json);
  }

  /// The filings of the last 15 days.
  public FilingFeed feed(String aid) {
    var url = settings.url("netfile.connect2.feed", Map.of("aid", aid));
    return FilingFeed.parse(http.send(HttpAsk.get(url), FilingFeed::judge).bytes());
  }

  private ListPage jsonPage(Listing listing, URI url) {
    var answer = http.send(HttpAsk.get(url), json);
    return page(answer, ListPages.read(listing, false, answer.bytes()));
  }

  private ListPage csvPage(Listing listing, URI url) {
    var answer = http.send(HttpAsk.get(url), new NetFileCsv(json));
    return page(answer, ListPages.read(listing, true, answer.bytes()));
  }

  private static ListPage page(HttpAnswer answer, ListPage.Rows rows) {
    return new ListPage(answer.url(), answer.receivedAt(), answer.bytes(), rows);
  }

  private URI url(String key, String aid, int... yearPageSize) {
    return settings.url(key, Map.of("aid", aid, "year", Integer.toString(yearPageSize[0]), "page", Integer.toString(
        yearPageSize[1]), "size", Integer.toString(yearPageSize[2])));
  }
}
