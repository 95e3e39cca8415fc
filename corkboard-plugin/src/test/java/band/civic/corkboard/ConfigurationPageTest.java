package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.route.FileInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Settings, options, permissions and metadata as the documentation's pages on configuration have them.
class ConfigurationPageTest {
  @TempDir
  Path directory = Path.of("");

  private TestServer server(Config config) {
    return TestServer.of(config, TestDatabases.fixtures(directory));
  }

  private static Config fixtures(Map<String, Object> options) {
    return Config.empty().with(Map.of("databases", Map.of("fixtures", options)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      default_page_size   | 2     | /fixtures/facetable.json?_shape=arrayfirst | 200 [1,2]
      max_returned_rows   | 2     | /fixtures/facetable.json?_shape=arrayfirst | 200 [1,2]
      max_returned_rows   | 3     | /fixtures/facetable.json?_size=4           | 400 _size must be <= 3
      default_facet_size  | 1     | /fixtures/facetable.json?_facet=state      | 200 "truncated":true
      allow_facet         | off   | /fixtures/facetable.json?_facet=state      | 400 _facet= is not allowed
      suggest_facets      | off   | /fixtures/facetable.json?_extra=suggested_facets | 200 "suggested_facets":[]
      allow_csv_stream    | off   | /fixtures/facetable.csv?_stream=on         | 400 CSV streaming is disabled
      default_allow_sql   | off   | /fixtures/-/query.json?sql=select+1        | 403 permission
      default_allow_sql   | off   | /fixtures/facetable.json?_where=1          | 403 _where= is not allowed
      force_https_urls    | 1     | /fixtures/facetable.json?_size=1           | 200 "next_url":"https://
      truncate_cells_html | 5     | /fixtures/html                             | 200 &lt;scri…
      """)
  void a_setting_changes_what_is_answered(String name, String value, String path, String expected) {
    try (var server = server(Config.empty().withOption(name, value))) {
      var reply = server.get(path);

      assertThat(Integer.toString(reply.status())).as(reply.text()).isEqualTo(expected.substring(0, 3));
      assertThat(reply.text()).contains(expected.substring(4));
    }
  }

  @Test
  void the_time_a_page_holds_is_a_setting() {
    try (var server = server(Config.empty().withOption("default_cache_ttl", "60"))) {
      assertThat(server.get("/fixtures/facetable.json").header("cache-control")).isEqualTo("max-age=60");
    }
  }

  @Test
  void an_unknown_setting_or_a_wrong_value_is_an_error() {
    assertThatThrownBy(() -> Config.empty().withOption("nope", "1")).isInstanceOf(BadConfiguration.class);
    assertThatThrownBy(() -> Config.empty().withOption("default_page_size", "many"))
        .isInstanceOf(BadConfiguration.class);
    assertThatThrownBy(() -> Config.empty().withOption("settings.nope", "1")).isInstanceOf(BadConfiguration.class);
  }

  @Test
  void a_dotted_name_sets_anything_that_a_file_may_hold() {
    var config = Config.empty()
        .withOption("settings.default_page_size", "2")
        .withOption("databases.fixtures.tables.simple_primary_key.size", "1")
        .withOption("databases.fixtures.queries.one", "select 1 as one")
        .withOption("plugins.some-plugin", "{\"secret_key\": \"s3cret\"}");
    try (var server = server(config)) {
      assertThat(server.get("/fixtures/facetable.json?_shape=arrayfirst").text()).isEqualTo("[1,2]");
      assertThat(server.get("/fixtures/simple_primary_key.json?_shape=arrayfirst").text()).isEqualTo("[1]");
      assertThat(server.get("/fixtures/one.json").json().at("/rows/0/one").asInt()).isEqualTo(1);
      assertThat(server.get("/-/config.json").text()).contains("\"secret_key\":\"***\"").doesNotContain("s3cret");
    }
  }

  @Test
  void options_and_metadata_are_told_apart_though_they_stand_in_one_file() {
    var table = Map.of("size", 3, "description", "Places", "facets", List.of("state"));
    var config = fixtures(Map.of("source", "A source", "tables", Map.of("facetable", table)))
        .with(Map.of("title", "Data"))
        .withOption("default_page_size", "7");
    try (var server = server(config)) {
      assertThat(server.get("/-/config.json").json()).isEqualTo(TestServer.parse("""
          {"ok": true, "databases": {"fixtures": {"tables": {"facetable": {"size": 3, "facets": ["state"]}}}},
            "settings": {"default_page_size": 7}}"""));
      assertThat(server.get("/-/metadata.json").json()).isEqualTo(TestServer.parse("""
          {"ok": true, "title": "Data", "databases": {"fixtures": {"source": "A source",
            "tables": {"facetable": {"description": "Places"}}}}}"""));
    }
  }

  @ParameterizedTest
  @CsvSource({"/,403", "/.json,403", "/-/versions.json,403", "/-/actor.json,200", "/fixtures,200", "/fixtures.json,200",
      "/fixtures/html,200", "/fixtures/facetable,403", "/fixtures/facetable.json,403", "/fixtures/facetable.csv,403",
      "/fixtures/facetable/1.json,403", "/fixtures/facetable/-/schema.json,403", "/fixtures/open.json,200",
      "/fixtures/closed.json,403", "/fixtures/writes.json,403", "/fixtures/-/query.json?sql=select+1,200"})
  void what_is_said_of_a_part_counts_more_than_what_is_said_of_the_whole(String path, int status) {
    var queries = Map.of("open", "select 1", "closed", Map.of("sql", "select 1", "allow", Map.of("id", "root")),
        "writes", Map.of("sql", "delete from html", "write", true));
    var config = fixtures(Map.of("allow", true, "queries", queries, "tables",
        Map.of("facetable", Map.of("allow", false)))).with(Map.of("allow", false));
    try (var server = server(config)) {
      assertThat(server.get(path).status()).isEqualTo(status);
    }
  }

  @Test
  void a_closed_first_page_is_not_linked() {
    var config = fixtures(Map.of("allow", true)).with(Map.of("allow", false));
    try (var server = server(config)) {
      assertThat(server.get("/fixtures/html").page().select(".crumbs a").eachText()).containsExactly("fixtures");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/prefix"})
  void below_a_prefix_every_link_carries_it(String prefix) {
    var config = Config.empty().withOption("base_url", "/prefix/");
    try (var server = server(config)) {
      for (var path : List.of("/", "/fixtures", "/fixtures/facetable?_facet=state", "/fixtures/facetable/1",
          "/fixtures/-/query?sql=select+1", "/fixtures/paginated_view", "/-/search?q=dog")) {
        var links = server.get(prefix + path).page().select("[href], [src], [action]").stream().map(this::target);
        assertThat(links).as(path).allMatch(l -> l.startsWith("/prefix/") || l.startsWith("#") || l.startsWith("?"));
      }
      assertThat(server.get(prefix + "/fixtures/html?_sort=id&_sort_by_desc=on").header("location"))
          .isEqualTo("/prefix/fixtures/html?_sort_desc=id");
    }
  }

  private String target(Element element) {
    return (element.attr("href") + element.attr("src") + element.attr("action")).replaceFirst("^http://[^/]*", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fixtures/-/create", "/fixtures/facetable/-/insert", "/fixtures/facetable/-/upsert",
      "/fixtures/facetable/-/alter", "/fixtures/facetable/-/drop", "/fixtures/facetable/1/-/update",
      "/fixtures/facetable/1/-/delete", "/fixtures/-/execute-write"})
  void nobody_may_write(String path) {
    try (var server = server(Config.empty())) {
      assertThat(server.get(path).status()).isEqualTo(405);
      var reply = server.send("POST", path);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.json()).isEqualTo(TestServer.parse(
          "{\"ok\": false, \"error\": \"Permission denied\", \"errors\": [\"Permission denied\"], \"status\": 403}"));
    }
  }

  @Test
  void what_never_was_a_database_is_no_file_to_serve() throws IOException {
    var file = Files.writeString(directory.resolve("config.yaml"), "title: Data");

    assertThatThrownBy(() -> FileInstance.of(List.of(file), List.of(), Config.empty()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("config.yaml is not a SQLite database");
  }

  @Test
  void a_stream_that_is_too_large_says_so_in_its_last_line() {
    try (var server = server(Config.empty().withOption("max_csv_mb", "1"))) {
      var sql = "with+recursive+i(x)+as+(select+1+union+all+select+x%2B1+from+i+limit+300)"
          + "+select+hex(zeroblob(5000))+from+i";

      assertThat(server.get("/fixtures/-/query.csv?_stream=on&sql=" + sql).text().lines())
          .last()
          .asString()
          .startsWith("CSV contains more than");
    }
  }
}
