package band.civic.electionfinance.netfile.sites;

import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.spi.ClerkException;
import band.civic.electionfinance.netfile.JsonText;
import band.civic.electionfinance.netfile.NetFileJson;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The site API of 2026. It has no list of a year's transactions: the filings of the year are listed, then every
/// filer's name is searched for, and the rows that belong to those filings are kept.
///
/// Its rows change places between pages, so a search is walked again until as many different ids were seen as it says
/// there are.
public final class SitesClient {
  private final NetFileSettings settings;
  private final PoliteHttp http;
  private final NetFileJson json;

  public SitesClient(NetFileSettings settings, PoliteHttp http) {
    this.settings = settings;
    this.http = http;
    this.json = new NetFileJson(settings.list("netfile.permanent-errors"));
  }

  /// A year of an agency.
  ///
  /// @param filings `{"filings": […]}`, as NetFile wrote them
  /// @param transactions `{"items": […]}`, the same, with the place alone left of each address
  /// @param url where the filings came from
  public record SitesYear(List<JsonText> filings, List<JsonText> transactions, URI url) {}

  /// Whether any filing was filed in that year.
  public boolean hasFilings(String aid, int year) {
    return !page("filings", filingsUrl(aid, year, 1)).rows().isEmpty();
  }

  /// All filings of the year, and their rows.
  public SitesYear readYear(String aid, int year) {
    var filings = listFilings(aid, year);
    var names = new LinkedHashSet<String>();
    filings.values().forEach(filing -> names.add(words(filing.path("filerName").asString(""))));
    names.remove("");
    var rows = new LinkedHashMap<String, JsonText>();
    for (var name : names) {
      search(aid, name).forEach((id, row) -> {
        if (filings.containsKey(row.path("filingId").asString(""))) {
          rows.put(id, JsonText.of(withoutStreet((ObjectNode) row)));
        }
      });
    }
    return new SitesYear(filings.values().stream().map(JsonText::of).toList(), List.copyOf(rows.values()), filingsUrl(
        aid, year, 1));
  }

  private Map<String, JsonNode> listFilings(String aid, int year) {
    var filings = new LinkedHashMap<String, JsonNode>();
    for (var page = 1;; page++) {
      var before = filings.size();
      page("filings", filingsUrl(aid, year, page)).addTo(filings);
      if (filings.size() - before < size()) {
        return filings;
      }
    }
  }

  private Map<String, JsonNode> search(String aid, String words) {
    var rows = new LinkedHashMap<String, JsonNode>();
    for (var walks = 0; walks <= settings.number("netfile.walk-restarts"); walks++) {
      if (walk(aid, words, rows) == rows.size()) {
        return rows;
      }
    }
    throw new ClerkException.BadSourceData(
        "NetFile's search for \"%s\" of %s never gave as many different rows as it counts: nothing of it is used"
            .formatted(words, aid));
  }

  private int walk(String aid, String words, Map<String, JsonNode> rows) {
    for (var page = 1;; page++) {
      var found = page("items", searchUrl(aid, words, page));
      found.addTo(rows);
      if (!found.hasNext() || found.rows().isEmpty()) {
        return found.total();
      }
    }
  }

  private record Page(List<JsonNode> rows, int total, boolean hasNext) {
    void addTo(Map<String, JsonNode> all) {
      rows.forEach(row -> all.putIfAbsent(row.path("id").asString(""), row));
    }
  }

  private Page page(String array, URI url) {
    var ask = HttpAsk.get(url).withHeader("User-Agent", settings.text("netfile.browser-user-agent"));
    HttpAnswer answer = http.send(ask, json);
    var envelope = NetFileJson.parse(answer.bytes());
    if (!envelope.path(array).isArray()) {
      throw new ClerkException.BadSourceData("NetFile's answer has no list \"" + array + "\": " + url);
    }
    return new Page(envelope.path(array).valueStream().toList(), envelope.path("totalCount").asInt(0), envelope.path(
        "hasNextPage").asBoolean(false));
  }

  private URI filingsUrl(String aid, int year, int page) {
    return settings.url("netfile.sites.filings", Map.of("aid", aid, "from", year + "-01-01", "until", year + "-12-31",
        "page", Integer.toString(page), "size", Integer.toString(size())));
  }

  private URI searchUrl(String aid, String words, int page) {
    return settings.url("netfile.sites.transactions", Map.of("aid", aid, "query", words, "page", Integer.toString(page),
        "size", Integer.toString(size())));
  }

  private int size() {
    return settings.number("netfile.sites.page-size");
  }

  /// A colon gives a 500, a comma finds nothing, and `*` marks an active committee: letters and digits alone are safe.
  private static String words(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// Addresses come as one string; what stands before the last two parts may be a street.
  private static ObjectNode withoutStreet(ObjectNode row) {
    var parts = row.path("address").asString("").split(",");
    if (parts.length > 2) {
      row.put("address", (parts[parts.length - 2] + "," + parts[parts.length - 1]).strip());
    }
    return row;
  }
}
