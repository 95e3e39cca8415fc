package band.civic.electionfinance.netfile.campaign;

import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.spi.ClerkException;
import band.civic.electionfinance.netfile.JsonText;
import band.civic.electionfinance.netfile.NetFileJson;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Campaign API v101: key and secret, pages by offset, and sync sessions that are offered again until they are
/// completed. What it returns has no private field any more.
public final class CampaignClient {
  private final NetFileSettings settings;
  private final PoliteHttp http;
  private final NetFileJson json;

  public CampaignClient(NetFileSettings settings, PoliteHttp http) {
    this.settings = settings;
    this.http = http;
    this.json = new NetFileJson(settings.list("netfile.permanent-errors"));
  }

  /// What can be listed.
  public enum What {
    FILERS("netfile.campaign.filers", "filerNid"), FILINGS("netfile.campaign.filings",
        "filingNid"), TRANSACTIONS("netfile.campaign.transactions", "elementNid");

    private final String setting;
    private final String id;

    What(String setting, String id) {
      this.setting = setting;
      this.id = id;
    }
  }

  /// Whether key and secret are there.
  public boolean isConfigured() {
    return !settings.text("netfile.campaign.key").isEmpty()
        && settings.findSecret("netfile.campaign.secret").isPresent();
  }

  /// Subscribes to the agency's transactions.
  ///
  /// @return the subscription's id
  public String subscribe(String aid) {
    var body = NetFileJson.MAPPER.createObjectNode();
    body.put("name", "clerk " + aid);
    var filter = body.putObject("filter");
    filter.putArray("topics").add("element-activities");
    filter.put("aid", aid).put("elementClassification", "Transaction").put("specificationOrg", "CAL");
    var answer = post("netfile.campaign.subscribe", Map.of("aid", aid), body);
    return required(answer, answer.path("id"), answer.path("subscription").path("id"));
  }

  /// Whether the subscription has anything new.
  public boolean hasNews(String aid, String subscription) {
    var url = settings.url("netfile.campaign.peek", Map.of("aid", aid, "id", subscription));
    var answer = NetFileJson.parse(http.send(signed(HttpAsk.get(url)), json).bytes());
    return answer.path("dataAvailable").asBoolean(answer.path("syncDataAvailable").asBoolean(true));
  }

  /// Opens a session over what is new.
  ///
  /// @return the session's id; empty when nothing is new
  public Optional<String> openSession(String aid, String subscription) {
    var body = NetFileJson.MAPPER.createObjectNode();
    body.put("subscriptionId", subscription)
        .put("sequenceRangeLimit", settings.number(
            "netfile.campaign.sequence-range"));
    var answer = post("netfile.campaign.sessions", Map.of("aid", aid), body);
    return answer.path("syncDataAvailable").asBoolean(true)
        ? Optional.of(required(answer, answer.path("session").path("id"), answer.path("id")))
        : Optional.empty();
  }

  /// `Complete`: what the session covered is ours and is not offered again. `Cancel`: it will be.
  public void endSession(String aid, String session, String command) {
    post("netfile.campaign.command", Map.of("aid", aid, "id", session, "command", command), NetFileJson.MAPPER
        .createObjectNode());
  }

  /// One page.
  public CampaignPage page(What what, String aid, int offset) {
    var url = settings.url(what.setting,
        Map.of("aid", aid, "offset", Integer.toString(offset), "size", Integer.toString(
            settings.number("netfile.campaign.page-size"))));
    var answer = http.send(signed(HttpAsk.get(url)), json);
    var envelope = NetFileJson.parse(answer.bytes());
    var rows = new ArrayList<CampaignPage.Row>();
    for (var row : envelope.path("results")) {
      rows.add(row(what, row));
    }
    return new CampaignPage(url, answer.receivedAt(), rows, envelope.path("totalCount").asInt(-1), envelope.path(
        "hasNextPage").asBoolean(false));
  }

  private static CampaignPage.Row row(What what, JsonNode row) {
    var id = row.path(what.id).asString("");
    if (id.isEmpty()) {
      throw new ClerkException.BadSourceData("a row of the Campaign API has no " + what.id);
    }
    return new CampaignPage.Row(id, year(row), row.path("filingNid").asString(""), row.path("filerNid").asString(""),
        JsonText.of(PrivateFields.drop(row)));
  }

  /// The year of the calculated date, else of the day the row was written.
  private static int year(JsonNode row) {
    for (var field : new String[]{"calculatedDate", "creationDate"}) {
      var text = row.path(field).asString("");
      if (text.matches("\\d{4}-.*")) {
        return Integer.parseInt(text.substring(0, 4));
      }
    }
    return 0;
  }

  private JsonNode post(String key, Map<String, String> places, JsonNode body) {
    var url = settings.url(key, new HashMap<>(places));
    var ask = HttpAsk.postJson(url, NetFileJson.MAPPER.writeValueAsString(body));
    return NetFileJson.parse(http.send(signed(ask), json).bytes());
  }

  private HttpAsk signed(HttpAsk ask) {
    var secret = settings.findSecret("netfile.campaign.secret").orElseThrow();
    var pair = (settings.text("netfile.campaign.key") + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return ask.withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static String required(JsonNode answer, JsonNode... ids) {
    for (var id : ids) {
      if (!id.asString("").isEmpty()) {
        return id.asString("");
      }
    }
    throw new ClerkException.BadSourceData("the Campaign API gave no id, but fields " + answer.propertyNames());
  }
}
