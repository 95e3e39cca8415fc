package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The statements behind an answer, for whoever looks for the slow one.
class TracingTest {
  private static final Config ON = Config.empty().withOption("trace_debug", "on");

  @TempDir
  Path directory = Path.of("");

  private Path fixtures = Path.of("");

  @BeforeEach
  void make() {
    fixtures = TestDatabases.fixtures(directory);
  }

  private TestServer.Reply get(Config config, String path) {
    try (var server = TestServer.of(config, fixtures)) {
      return server.get(path);
    }
  }

  @Test
  void json_carries_the_statements_that_it_took() {
    var trace = get(ON, "/fixtures/facetable.json?state=CA&_extra=count&_trace=1").json();

    assertThat(trace.at("/_trace/request_duration_ms").isNumber()).isTrue();
    assertThat(trace.at("/_trace/num_traces").asInt()).isEqualTo(trace.at("/_trace/traces").size()).isPositive();
    assertThat(trace.at("/_traces")).isEqualTo(trace.at("/_trace/traces"));
    assertThat(trace.at("/_traces").valueStream())
        .anySatisfy(s -> {
          assertThat(s.at("/sql").asString()).startsWith("select count(*) from facetable where");
          assertThat(s.at("/params/p0").asString()).isEqualTo("CA");
          assertThat(s.at("/database").asString()).isEqualTo("fixtures");
        });
    assertThat(trace.at("/count").asInt()).isEqualTo(3);
  }

  @Test
  void a_page_shows_them_at_its_end_and_rows_below_themselves() {
    assertThat(get(ON, "/fixtures/html?_trace=1").page().select("pre.trace").text())
        .contains("\"num_traces\"", "from html");
    var csv = get(ON, "/fixtures/html.csv?_trace=1");
    assertThat(csv.header("content-type")).startsWith("text/html");
    assertThat(csv.page().select("textarea").text()).startsWith("id,payload").contains("<script>");
    assertThat(csv.page().select("pre.trace").text()).contains("from html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fixtures/facetable.json?_trace=1", "/fixtures/facetable?_trace=1"})
  void nobody_sees_them_unless_the_setting_is_on(String path) {
    assertThat(get(Config.empty(), path).text()).doesNotContain("num_traces");
  }
}
