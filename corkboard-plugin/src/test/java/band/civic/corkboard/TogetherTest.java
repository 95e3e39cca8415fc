package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.route.FileInstance;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.route.Inspected;
import band.civic.corkboard.sqlite.OpenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Files served together: one that reads the others (`--crossdb`), and what is known of them beforehand
/// (`--inspect-file`).
class TogetherTest {
  @TempDir
  Path directory = Path.of("");

  private TestServer crossed(Path... files) throws IOException {
    return crossed(Config.empty(), files);
  }

  private TestServer crossed(Config config, Path... files) throws IOException {
    var empty = Files.createFile(directory.resolve("empty.db"));
    return serving(FileInstance.of(List.of(files), List.of(), config).crossed(empty));
  }

  private static TestServer serving(FileInstance instance) {
    var front = new Front(new OpenFiles(20), TestServer.options(), Cors.none());
    return TestServer.of(call -> front.answer(instance, call));
  }

  private Path one(String name, String value) {
    var file = directory.resolve(name);
    TestDatabases.one(file, value);
    return file;
  }

  private static JsonNode ask(TestServer server, String sql) {
    return server.get("/_memory/-/query.json?_shape=arrayfirst&sql=" + sql.replace(' ', '+')).json();
  }

  private static final String BOTH = "select v from a.t union all select v from %22b-b%22.t";

  @Test
  void one_query_reads_all_files_and_what_replaces_them() throws IOException {
    try (var server = crossed(one("a.db", "x"), one("b-b.db", "y"))) {
      assertThat(ask(server, BOTH)).isEqualTo(TestServer.parse("[\"x\", \"y\"]"));
      assertThat(server.get("/-/databases.json").json().at("/databases/2/is_memory").asBoolean()).isTrue();
      assertThat(server.get("/_memory").page().select("h1").text()).isEqualTo("_memory");

      Files.move(one("new.db", "z"), directory.resolve("b-b.db"), StandardCopyOption.REPLACE_EXISTING);

      assertThat(ask(server, BOTH)).isEqualTo(TestServer.parse("[\"x\", \"z\"]"));
    }
  }

  @Test
  void a_damaged_file_is_left_out() throws IOException {
    try (var server = crossed(one("a.db", "x"),
        Files.writeString(directory.resolve("b-b.db"), "SQLite format 3\0 and no more"))) {
      assertThat(ask(server, "select v from a.t")).isEqualTo(TestServer.parse("[\"x\"]"));
      assertThat(ask(server, BOTH).at("/error").asString()).isEqualTo("no such table: b-b.t");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow", "allow_sql"})
  void a_file_that_may_not_be_asked_by_its_own_name_is_not_asked_there_either(String refused) throws IOException {
    var config = Config.empty().withOption("databases.secret." + refused, "false");
    try (var server = crossed(config, one("secret.db", "s"), one("a.db", "x"))) {
      assertThat(ask(server, "select v from secret.t").at("/error").asString()).isEqualTo("no such table: secret.t");
      assertThat(ask(server, "select v from a.t")).isEqualTo(TestServer.parse("[\"x\"]"));
    }
  }

  @Test
  void one_file_is_asked_there_where_all_others_are_refused() throws IOException {
    var config = Config.empty()
        .with(Map.of("allow_sql", false))
        .withOption("databases.a.allow_sql", "true")
        .withOption("databases._memory.allow_sql", "true");
    try (var server = crossed(config, one("secret.db", "s"), one("a.db", "x"))) {
      assertThat(ask(server, "select v from secret.t").at("/error").asString()).isEqualTo("no such table: secret.t");
      assertThat(ask(server, "select v from a.t")).isEqualTo(TestServer.parse("[\"x\"]"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert into a.t values ('q')", "attach 'c.db' as c", "with x as (select 1) delete from a.t"})
  void nothing_is_written_there_either(String sql) throws IOException {
    try (var server = crossed(one("a.db", "x"))) {
      assertThat(ask(server, sql).at("/ok").asBoolean()).isFalse();
      assertThat(ask(server, "select v from a.t")).isEqualTo(TestServer.parse("[\"x\"]"));
    }
  }

  @Test
  void the_rows_of_files_that_nobody_writes_are_taken_from_the_inspection() throws IOException {
    var inspection = Files.writeString(directory.resolve("inspect.json"), """
        {"a": {"hash": "abc", "tables": {"t": {"count": 77}}}, "b": {"tables": {"t": {"count": 88}}}}""");
    var instance = FileInstance.of(List.of(one("b.db", "y")), List.of(one("a.db", "x")), Config.empty())
        .with(Inspected.read(inspection));
    try (var server = serving(instance)) {
      assertThat(server.get("/a.json").json().at("/tables/0/count").asInt()).isEqualTo(77);
      assertThat(server.get("/-/databases.json").json().at("/databases/1/hash").asString()).isEqualTo("abc");
      assertThat(server.get("/b.json").json().at("/tables/0/count").asInt()).isEqualTo(1);
    }
  }

  @Test
  void an_inspection_that_is_none_is_a_mistake() throws IOException {
    var file = Files.writeString(directory.resolve("inspect.json"), "[1]");

    assertThatThrownBy(() -> Inspected.read(file)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("inspect.json is not what `datasette inspect` writes");
  }
}
