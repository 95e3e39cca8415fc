package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documented JSON API, one line each: address, status, where to look, what stands there.
@TestInstance(Lifecycle.PER_CLASS)
class JsonApiTest {
  @TempDir
  static Path directory = Path.of("");
  private static TestServer server;

  @BeforeAll
  static void start() {
    var queries = Map.of("by_state", "select pk from facetable where state = :state order by pk", "two",
        Map.of("sql", "select 2 as two", "title", "Two"));
    var types = Map.of("home", "url", "mail", Map.of("type", "email"), "doc", "json");
    var tables = Map.of("facetable", Map.of("description", "Places", "columns", Map.of("state", "Two letters")),
        "links", Map.of("column_types", types));
    var config = Config.empty()
        .with(Map.of("databases", Map.of("fixtures", Map.of("queries", queries, "tables", tables))));
    server = TestServer.of(config, TestDatabases.fixtures(directory));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<List<String>> cases() {
    return TestDatabases.resource("json-api.txt")
        .lines()
        .map(l -> List.of(l.split("\\|", -1)).stream().map(String::strip).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(List<String> line) {
    var path = line.getFirst()
        .replace("{", "%7B")
        .replace("}", "%7D")
        .replace("\"", "%22")
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("<", "%3C")
        .replace(">", "%3E");

    var reply = server.get(path);

    assertThat(reply.status()).as(reply.text()).isEqualTo(Integer.parseInt(line.get(1)));
    assertThat(reply.header("content-type")).startsWith("application/json");
    var found = line.get(2).isEmpty() ? reply.json() : reply.json().at(line.get(2));
    var expected = line.get(3).replace("{origin}", server.address().toString());
    assertThat(found).as(reply.text()).isEqualTo(TestServer.parse(expected));
  }
}
