package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The description of the API is held against the routes: what it lists answers as it says, and what answers is listed.
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest {
  @TempDir
  static Path directory = Path.of("");
  private static TestServer server;
  private static JsonNode api;

  @BeforeAll
  static void start() {
    var queries = Map.of("by_state", "select state, count(*) from facetable group by 1");
    var config = Config.empty().with(Map.of("databases", Map.of("fixtures", Map.of("queries", queries))));
    server = TestServer.of(config, Cors.none(), List.of(), List.of(TestDatabases.fixtures(directory)));
    api = server.get("/-/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isString() ? api.at(reference.asString().substring(1)) : node;
  }

  /// Every path with its example values; a format once for each.
  static Stream<List<String>> operations() {
    var all = new ArrayList<List<String>>();
    api.path("paths").forEachEntry((path, methods) -> all.addAll(addresses(path, methods.path("get"))));
    return all.stream();
  }

  private static List<List<String>> addresses(String path, JsonNode operation) {
    if (operation.has("x-declared") || operation.has("x-stream")) {
      // plain files have no such pages, and a stream of events has no end
      return List.of();
    }
    var found = new ArrayList<>(List.of(path));
    var query = new StringBuilder();
    for (var parameter : operation.path("parameters")) {
      var described = resolved(parameter);
      var name = described.path("name").asString();
      if (described.path("in").asString().equals("query")) {
        var value = described.path("example");
        query.append(value.isMissingNode() ? "" : (query.isEmpty() ? "?" : "&") + name + "=" + encoded(value));
        continue;
      }
      var values = new ArrayList<String>();
      described.path("schema").path("enum").forEach(v -> values.add(v.asString()));
      if (values.isEmpty()) {
        values.add(described.path("example").asString());
      }
      var next = found.stream().flatMap(f -> values.stream().map(v -> f.replace("{" + name + "}", v))).toList();
      found.clear();
      found.addAll(next);
    }
    return found.stream().map(f -> List.of(example(f) + query, path)).toList();
  }

  private static String encoded(JsonNode value) {
    return java.net.URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
  }

  /// Blobs stand in another table than the other examples.
  private static String example(String address) {
    return address.endsWith(".blob") ? address.replace("facetable", "simple_primary_key") : address;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_described_answers_as_described(List<String> operation) {
    var reply = server.get(operation.getFirst());
    var described = resolved(api.path("paths").path(operation.get(1)).path("get").path("responses").path("200"));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    var types = new ArrayList<String>();
    described.path("content").forEachEntry((type, _) -> types.add(type));
    assertThat(types).contains(reply.header("content-type").split(";", 2)[0]);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void what_answers_with_data_is_described(String address) {
    assertThat(server.get(address).status()).isEqualTo(200);

    var path = address.split("\\?", 2)[0];
    var patterns = new ArrayList<Pattern>();
    api.path("paths")
        .forEachEntry((p, _) -> patterns.add(Pattern.compile(
            p.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/.]+"))));
    assertThat(patterns).anyMatch(p -> p.matcher(path).matches());
  }

  static Stream<String> answered() {
    return Stream.of("/.json", "/-/versions.json", "/-/settings.json", "/-/config.json", "/-/metadata.json",
        "/-/plugins.json", "/-/databases.json", "/-/threads.json", "/-/actor.json", "/-/schema.json", "/-/jump.json",
        "/-/search.json?q=dog", "/-/allowed.json?action=view-table", "/-/check.json?action=view-table",
        "/-/queries.json", "/-/openapi.json", "/fixtures.json", "/fixtures.db",
        "/fixtures/-/schema.json", "/fixtures/-/queries.json", "/fixtures/-/query.json?sql=select+1",
        "/fixtures/-/query.csv?sql=select+1", "/fixtures/-/query.ndjson?sql=select+1", "/fixtures/facetable.json",
        "/fixtures/facetable.csv", "/fixtures/facetable.ndjson", "/fixtures/by_state.json", "/fixtures/by_state.csv",
        "/fixtures/facetable.parquet", "/fixtures/-/dictionary.json", "/fixtures/-/changes.json",
        "/fixtures/facetable/1.json", "/fixtures/facetable/-/schema.json", "/fixtures/facetable/-/autocomplete?q=1",
        "/fixtures/facetable/-/chart.svg?_facet=state", "/fixtures/facetable/-/chart.json?_facet=state",
        "/fixtures/by_state/-/chart.svg", "/fixtures/binary_data/1.blob?_blob_column=data");
  }

  @Test
  void every_argument_of_a_table_that_the_reference_names_is_described() {
    var names = new ArrayList<String>();
    api.at("/paths/~1{database}~1{table}.{format}/get/parameters")
        .forEach(p -> names.add(resolved(p).path("name").asString()));

    assertThat(names).contains("_shape", "_nl", "_size", "_next", "_sort", "_sort_desc", "_col", "_nocol", "_labels",
        "_label", "_search", "_searchmode", "_where", "_through", "_facet", "_facet_array", "_facet_date",
        "_facet_size", "_nofacet", "_nosuggest", "_nocount", "_json", "_json_infinity", "_timelimit", "_ttl", "_extra",
        "_stream", "_header", "_dl", "_trace").doesNotHaveDuplicates();
  }

  @Test
  void references_lead_somewhere_and_the_address_is_the_callers() {
    assertThat(api.findValues("$ref")).allMatch(r -> !api.at(r.asString().substring(1)).isMissingNode());
    assertThat(api.at("/servers/0/url").asString()).isEqualTo(server.address().toString());
  }
}
