package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Allowance;
import band.civic.corkboard.guard.ApiKeys;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.guard.Gate;
import band.civic.corkboard.guard.Proxies;
import band.civic.corkboard.guard.Quotas;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.site.Hosts;
import band.civic.corkboard.site.SiteFront;
import band.civic.corkboard.site.SiteList;
import band.civic.corkboard.sqlite.OpenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many sites from one process, and the guard before them.
class SitesTest {
  private static final SiteDatabase FINANCE = new SiteDatabase("finance/election_finance.db", "Campaign finance",
      "As filed", "A source", "https://example.org/", "Public",
      List.of(new SiteDatabase.Table("t", "Things", "All of them",
          List.of("v"), "id", false)),
      List.of(new SiteDatabase.Query("all", "All things", "select * from t")));

  @TempDir
  Path storage = Path.of("");
  private final OpenFiles files = new OpenFiles(10);
  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  @BeforeEach
  void start() throws IOException {
    server.close();
    site("alameda.ca/meetings.db", "a");
    site("alameda.ca/finance/election_finance.db", "money of Alameda");
    site("alameda.ca/finance/work/silver.db", "unfinished");
    site("oakland.ca/finance/items.db", "o");
    var front = new Front(files, TestServer.options(), Cors.none());
    var sites = new SiteFront(new Hosts(List.of("example.org")), new SiteList(context(), Config.empty()), front,
        Optional.empty());
    var gate = new Gate(new Proxies(Set.of("127.0.0.1")), Optional.of(keys()),
        new Quotas(Clock.fixed(Instant.parse("2026-01-01T00:00:30Z"), ZoneOffset.UTC)),
        new Allowance(15, 200, 30, 100, 500, 60));
    server = TestServer.of(call -> gate.answer(call, sites::answer));
  }

  @AfterEach
  void stop() {
    server.close();
    files.close();
  }

  private ApiKeys keys() {
    return new ApiKeys(storage.resolve("serve/keys.jsonl"));
  }

  private void site(String path, String value) throws IOException {
    var file = storage.resolve(path);
    Files.createDirectories(file.getParent());
    TestDatabases.one(file, value);
  }

  private PluginContext context() {
    return new FakeContext(storage, List.of(FINANCE), List.of());
  }

  private TestServer.Reply by(String path, String... more) {
    return server.get("/-/sites/alameda.ca" + path, more);
  }

  @ParameterizedTest
  @CsvSource({"alameda.ca.example.org, alameda.ca", "ALAMEDA.CA.Example.ORG, alameda.ca",
      "alameda.ca.example.org:8000, alameda.ca", "alameda.ca.example.org., alameda.ca", "notexample.org, ''",
      "a.example.org.evil.com, ''", "example.org, ''", "../etc.example.org, ''", "127.0.0.1, ''", "'', ''"})
  void a_host_names_a_site_only_below_a_root_domain(String host, String site) {
    assertThat(new Hosts(List.of("example.org")).subdomain(host).orElse("")).isEqualTo(site);
  }

  @Test
  void a_site_shows_its_own_databases_declared_ones_first() {
    assertThat(by("/-/databases.json").json().findValuesAsString("name")).containsExactly("election_finance",
        "meetings");
    assertThat(server.get("/-/sites/oakland.ca/-/databases.json").json().findValuesAsString("name"))
        .containsExactly("items");
    assertThat(server.get("/-/sites/nowhere.ca/").status()).isEqualTo(404);
    assertThat(server.get("/-/sites/..%2Falameda.ca/").status()).isEqualTo(404);
  }

  @Test
  void a_declaration_gives_titles_facets_order_and_queries() {
    var page = by("/election_finance/t").page();

    assertThat(page.select("h1").text()).isEqualTo("Things");
    assertThat(page.select(".description").text()).isEqualTo("All of them");
    assertThat(page.select(".facet h2").text()).isEqualTo("v");
    assertThat(page.select("footer").text()).contains("A source", "Public");
    assertThat(by("/election_finance/all.json").json().at("/rows/0/v").asString()).isEqualTo("money of Alameda");
    assertThat(by("/election_finance").page().select("h2:contains(Queries) + ul").text()).isEqualTo("All things");
  }

  private boolean mayView(String database, String table) {
    return server.get("/-/sites/oakland.ca/-/check.json?action=view-table&parent=" + database + "&child=" + table)
        .json()
        .at("/allowed")
        .asBoolean();
  }

  @Test
  void files_come_and_go_and_a_damaged_one_harms_no_other() throws IOException {
    site("oakland.ca/finance/election_finance.db", "just published");
    assertThat(server.get("/-/sites/oakland.ca/election_finance/t.json").json().at("/rows/0/v").asString())
        .isEqualTo("just published");

    Files.writeString(storage.resolve("oakland.ca/finance/election_finance.db"), "rubbish");
    assertThat(server.get("/-/sites/oakland.ca/election_finance/t.json").status()).isEqualTo(503);
    assertThat(server.get("/-/sites/oakland.ca/items/t.json").status()).isEqualTo(200);
    assertThat(server.get("/-/sites/oakland.ca/").page().select(".error").text()).contains("election_finance");
    assertThat(server.get("/-/sites/oakland.ca/-/allowed.json?action=view-table")
        .json()
        .at("/items")
        .findValuesAsString("resource")).containsExactly("/items/t");
    assertThat(mayView("items", "t")).isTrue();
    assertThat(mayView("election_finance", "t")).isFalse();

    Files.delete(storage.resolve("oakland.ca/finance/election_finance.db"));
    assertThat(server.get("/-/sites/oakland.ca/election_finance/t.json").status()).isEqualTo(404);
  }

  @Test
  void the_home_lists_filters_and_links_sites() {
    var page = server.get("/?q=+oakland+&sort=nonsense").page();

    assertThat(page.select(".grid h2").text()).isEqualTo("oakland.ca");
    assertThat(server.get("/?has_finance=1").page().select(".grid h2").text()).isEqualTo("alameda.ca");
    assertThat(server.get("/?has_finance=1").page().select(".badge").text()).isEqualTo("Campaign finance");
    assertThat(server.get("/sites/search?q=a&kind=city").header("location")).isEqualTo("/?q=a&kind=city");
    assertThat(server.get("/sites.json").json().at("/sites/0/has_finance").asBoolean()).isTrue();
    assertThat(server.get("/feed.atom").text()).contains("<title>alameda.ca</title>");
    assertThat(server.get("/sitemap.xml").text()).contains("/-/sites/oakland.ca/");
    assertThat(server.get("/health").status()).isEqualTo(200);
    assertThat(by("/robots.txt").text()).contains("User-agent: GPTBot", "Disallow: /-/sites/alameda.ca/meetings");
  }

  @Test
  void who_has_no_key_gets_fewer_rows_and_everything_else_they_asked_for() {
    assertThat(TestServer.parse(by("/meetings/t.json?_size=500&_extra=request").text())
        .at("/request/args/_size/0")
        .asString()).isEqualTo("100");
    assertThat(by("/meetings/t.json?_size=50&_extra=request").json().at("/request/args/_size/0").asString())
        .isEqualTo("50");
    assertThat(by("/meetings/t.json?_size=abc").status()).isEqualTo(200);
  }

  @Test
  void the_sixteenth_request_in_a_minute_waits_whatever_it_claims_to_be() {
    for (int i = 0; i < 15; i++) {
      assertThat(by("/meetings/t.json", "X-Forwarded-For", "1.1.1." + i + ", 9.9.9.9").status()).isEqualTo(200);
    }
    var limited = by("/meetings/t.json", "X-Forwarded-For", "5.5.5.5, 9.9.9.9");

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("retry-after")).isEqualTo("30");
    assertThat(limited.header("ratelimit-remaining")).isEqualTo("0");
    assertThat(by("/meetings/t.csv", "X-Forwarded-For", "9.9.9.9").status()).isEqualTo(429);
    assertThat(by("/meetings/-/query?sql=select+1", "X-Forwarded-For", "9.9.9.9").status()).isEqualTo(429);
    assertThat(by("/meetings/t", "X-Forwarded-For", "9.9.9.9").status()).isEqualTo(200);
    assertThat(by("/meetings/t.json", "X-Forwarded-For", "8.8.8.8").status()).isEqualTo(200);
  }

  @Test
  void a_key_opens_more_until_it_is_revoked_and_shows_up_nowhere() throws IOException {
    var made = keys().create("a newsroom");
    var path = "/meetings/t.json?_size=500&api_key=wrong&_extra=request";

    var reply = by(path, "Authorization", "Bearer " + made.text(), "X-API-Key", "wrong");
    assertThat(reply.json().at("/request/args/_size/0").asString()).isEqualTo("500");
    assertThat(reply.text()).doesNotContain("api_key", "wrong");
    assertThat(Files.readString(storage.resolve("serve/keys.jsonl"))).doesNotContain(made.text());
    assertThat(by(path).status()).isEqualTo(401);

    assertThat(keys().revoke(made.key().id())).isTrue();
    assertThat(by(path, "Authorization", "Bearer " + made.text()).status()).isEqualTo(401);
  }

  @Test
  void recent_deploys_are_for_those_with_a_key() {
    var key = keys().create("deploys").text();

    assertThat(server.get("/api/recent-deploys?since=2026-01-01").status()).isEqualTo(403);
    assertThat(server.get("/api/recent-deploys", "X-API-Key", key).text()).isEqualTo("[]");
    assertThat(server.get("/api/recent-deploys?since=soon", "X-API-Key", key).status()).isEqualTo(400);
    assertThat(server.get("/api/recent-deploys?since=2020-01-01T00:00:00+00:00", "X-API-Key", key).json()).hasSize(2);
  }

  @Test
  void a_search_may_not_be_a_novel_but_other_arguments_may() {
    var novel = "x".repeat(600);

    assertThat(by("/meetings/t.json?_search=" + novel).status()).isEqualTo(400);
    assertThat(by("/meetings/t.json?v=" + novel).status()).isEqualTo(200);
  }

  @Test
  void two_hundred_sites_are_served_with_few_files_open() throws IOException {
    for (int i = 0; i < 200; i++) {
      site("town" + i + ".ca/meetings.db", "v" + i);
    }
    for (int i = 0; i < 400; i++) {
      int n = i * 7 % 200;
      var reply = server.get("/-/sites/town" + n + ".ca/meetings/t", "X-Forwarded-For", "7.7.7." + i % 250);
      assertThat(reply.text()).contains("v" + n);
    }
    assertThat(Integer.parseInt(files.state().split(" ", -1)[0])).isLessThanOrEqualTo(11);
  }
}
