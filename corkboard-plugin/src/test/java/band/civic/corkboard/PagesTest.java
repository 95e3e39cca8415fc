package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages, as a browser without scripts gets them.
@TestInstance(Lifecycle.PER_CLASS)
class PagesTest {
  @TempDir
  static Path directory = Path.of("");
  private static TestServer server;

  @BeforeAll
  static void start() {
    var tables = Map.of("facetable", Map.of("facets", List.of("state"), "sort_desc", "pk"), "html",
        Map.of("description", "<i>not</i> markup"), "infinity", Map.of("hidden", true));
    var database = Map.of("tables", tables, "queries", Map.of("q", "select :x as x"), "source", "Made up", "source_url",
        "javascript:alert(1)");
    server = TestServer.of(Config.empty()
        .with(Map.of("title", "Try \"quotes\"", "databases", Map.of("fixtures",
            database))),
        TestDatabases.fixtures(directory));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/-/", "/fixtures", "/fixtures/facetable", "/fixtures/facetable/1", "/fixtures/html",
      "/fixtures/paginated_view", "/fixtures/no_primary_key", "/fixtures/-/query", "/fixtures/-/query?sql=select+1",
      "/fixtures/q?x=1", "/fixtures/binary_data/1", "/-/settings", "/-/versions", "/fixtures/-/schema",
      "/fixtures/quo~22ted", "/fixtures/compound_primary_key/a,b", "/fixtures?_show_hidden=1", "/-/search",
      "/-/search?q=dog"})
  void every_page_is_well_made(String path) {
    var reply = server.get(path);
    var page = reply.page();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-security-policy")).contains("default-src 'none'", "script-src 'self'");
    assertThat(page.select("script:not([src]), [onclick], [onload], [style]")).isEmpty();
    assertThat(page.select("html[lang], title, main, h1")).hasSize(4);
    assertThat(page.select("input:not([type=hidden]), select, textarea")
        .stream()
        .filter(i -> i.parents().stream().noneMatch(p -> p.nameIs("label"))
            && page.select("label[for=" + i.id() + "]").isEmpty()))
        .isEmpty();
    assertThat(reply.header("link")).contains("rel=\"alternate\"; type=\"application/json+datasette\"");
  }

  @Test
  void nothing_in_the_data_becomes_markup() {
    var page = server.get("/fixtures/html?payload__contains=<b>&_where=1".replace("<", "%3C").replace(">", "%3E"))
        .page();
    assertThat(page.select("main script, main b")).isEmpty();

    var rows = server.get("/fixtures/html").page();
    assertThat(rows.select("td").eachText()).contains("<script>alert(1)</script>", "javascript:alert(1)");
    assertThat(rows.select("a[href^=javascript]")).isEmpty();
    assertThat(rows.select("td a[href^=https]").attr("href")).isEqualTo("https://example.org/?a=1&b=2");
    assertThat(rows.select(".description").text()).isEqualTo("<i>not</i> markup");
  }

  @Test
  void a_table_page_tells_what_it_shows_and_where_to_go_on() {
    var page = server.get("/fixtures/facetable?state=CA").page();

    assertThat(page.select(".count").text()).isEqualTo("3 rows where state = \"CA\" sorted by pk descending");
    assertThat(page.select(".facet h2").text()).startsWith("state");
    assertThat(page.select("td a[href=/fixtures/facet_cities/1]").text()).contains("Springfield");
    assertThat(page.select("a:contains(View and edit SQL)").attr("href")).startsWith("/fixtures/-/query?sql=select+");
    assertThat(server.get(page.select("a:contains(View and edit SQL)").attr("href")).page().select("tbody tr"))
        .hasSize(3);
    assertThat(page.select(".facet a[rel=nofollow]")).isNotEmpty();
  }

  @Test
  void hidden_tables_are_out_of_the_way() {
    assertThat(server.get("/fixtures").page().select(".tables h3").eachText()).doesNotContain("infinity");
    assertThat(server.get("/fixtures?_show_hidden=1").page().select(".tables h3").eachText()).contains("infinity");
  }

  @Test
  void sql_can_be_hidden_and_shown_again() {
    var hidden = server.get("/fixtures/-/query?sql=select+:a+as+b&a=5&_hide_sql=1").page();

    assertThat(hidden.select("textarea")).isEmpty();
    assertThat(hidden.select("input[type=hidden]").eachAttr("name")).containsExactly("sql", "_hide_sql");
    assertThat(hidden.select("form a").eachText()).containsExactly("Show SQL");
    var shown = server.get(hidden.select("form a").attr("href")).page();
    assertThat(shown.select("textarea").val()).isEqualTo("select :a as b");
    assertThat(shown.select("form a").attr("href")).endsWith("&a=5&_hide_sql=1");
  }

  @Test
  void long_json_does_not_make_a_row_tall_and_numbers_stand_below_their_name() {
    var page = server
        .get("/fixtures/-/query?sql=select+'%5B%22'%7C%7Chex(zeroblob(100))%7C%7C'%22%5D'+as+j,+'%5B1%5D'+as+k,"
            + "+12+as+n")
        .page();

    assertThat(page.select("td.data .cut").eachText()).containsExactly("[\"" + "0".repeat(200) + "\"]");
    assertThat(page.select("td").stream().map(Element::className)).containsExactly("data", "", "num");
    assertThat(page.select("th.num").eachText()).containsExactly("n");
  }

  @Test
  void wrong_sql_is_told_above_the_form() {
    var reply = server.get("/fixtures/-/query?sql=select+*+from+nope");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.page().select("[role=alert]").text()).isEqualTo("no such table: nope");
    assertThat(reply.page().select("textarea").text()).isEqualTo("select * from nope");
  }

  @Test
  void a_row_can_be_cited_and_shows_who_refers_to_it() {
    var page = server.get("/fixtures/simple_primary_key/1").page();

    assertThat(page.select(".citation").text()).contains("Made up",
        server.address() + "/fixtures/simple_primary_key/1");
    assertThat(page.select("meta[name=DC.identifier]").attr("content")).endsWith("/fixtures/simple_primary_key/1");
    assertThat(page.select("h2:contains(Links from other tables) + ul a").eachText())
        .contains("1 row from with_label in foreign_key_references");
  }

  @Test
  void a_facet_and_a_query_are_pictures_too() {
    var chart = server.get("/fixtures/facetable/-/chart.svg?_facet=state&planet_int=1");

    assertThat(chart.header("content-type")).startsWith("image/svg+xml");
    assertThat(chart.text()).contains(">CA</text>", "<title>CA: 2</title>", "where planet_int = 1");
    var data = server.get("/fixtures/facetable/-/chart.json?_facet=state&planet_int=1").json();
    assertThat(data.at("/labels/0").asString()).isEqualTo("CA");
    assertThat(data.at("/series/0/values/0").asInt()).isEqualTo(2);
    assertThat(data.path("kind").asString()).isEqualTo("bars");
    var page = server.get("/fixtures/facetable/-/chart?_facet=state&planet_int=1").page();
    assertThat(page.select("figure img").attr("src")).contains("/chart.svg?_facet=state&planet_int=1");
    assertThat(page.select("tbody tr").eachText()).contains("CA 2");
    var embedded = server.get("/fixtures/facetable/-/chart?_facet=state&_embed=1");
    assertThat(embedded.header("content-security-policy")).contains("frame-ancestors *");
    assertThat(embedded.page().select("header")).isEmpty();
    assertThat(server.get("/fixtures/html/-/chart.svg?_facet=payload").text()).doesNotContain("<script");
    assertThat(server.get("/fixtures/html/-/chart.svg").status()).isEqualTo(400);
    assertThat(server.get("/fixtures/facetable/-/chart.svg?_facet_date=created").text()).contains(">2019-01-14</text>");
    assertThat(server.get("/fixtures/facetable/-/chart.json?_facet_date=created").json().path("kind").asString())
        .isEqualTo("time");
    assertThat(server.get("/fixtures/q/-/chart.svg?x=1").status()).isEqualTo(400);
  }

  @Test
  void a_search_shows_where_the_words_were_found() {
    var page = server.get("/-/search?q=terry+dog").page();

    assertThat(page.select("mark").eachText()).contains("terry", "dog");
    assertThat(page.select("section h2 a").attr("href")).isEqualTo("/fixtures/searchable?_search=terry+dog");
    assertThat(page.select("section li a").attr("href")).isEqualTo("/fixtures/searchable/1");
  }

  @Test
  void static_files_are_only_those_that_exist() {
    assertThat(server.get("/-/static/app.css").header("content-type")).startsWith("text/css");
    assertThat(server.get("/-/static/..%2F..%2Fetc%2Fpasswd").status()).isNotEqualTo(200);
    assertThat(server.get("/-/static/nope.css").status()).isEqualTo(404);
  }
}
