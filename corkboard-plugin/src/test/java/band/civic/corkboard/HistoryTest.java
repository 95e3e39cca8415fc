package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a database says of itself: its dictionary, what changed since the version before, and that it changes now.
class HistoryTest {
  private static final String NEW = """
      CREATE TABLE things (
        id INTEGER PRIMARY KEY, -- never used again
        name TEXT NOT NULL, -- as on the label
        -- in kilograms
        weight REAL,
        kind TEXT REFERENCES kinds
      );
      CREATE TABLE kinds (kind TEXT PRIMARY KEY);
      CREATE TABLE loose (v);
      CREATE VIEW heavy AS SELECT * FROM things WHERE weight > 1;
      INSERT INTO kinds VALUES ('a'), ('b');
      INSERT INTO things VALUES (1, 'One', 1.5, 'a'), (2, 'Two & a half', 'a lot', 'a'), (4, 'Four', NULL, 'b');
      INSERT INTO loose VALUES (1), (1), (2);
      """;

  @TempDir
  Path directory = Path.of("");
  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  @BeforeEach
  void start() {
    server.close();
    server = TestServer.of(Config.empty(), TestDatabases.make(directory.resolve("made.db"), NEW));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void before(String name, String script) throws IOException {
    Files.createDirectories(directory.resolve("previous"));
    TestDatabases.make(directory.resolve("previous/" + name), script);
  }

  @Test
  void the_dictionary_tells_declared_words_and_what_is_really_there() {
    var things = server.get("/made/-/dictionary.json").json().at("/tables/2");

    assertThat(things.path("name").asString()).isEqualTo("things");
    assertThat(things.path("rows").asInt()).isEqualTo(3);
    assertThat(things.at("/columns/0/primary_key").asBoolean()).isTrue();
    assertThat(things.at("/columns/0/description").asString()).isEqualTo("never used again");
    assertThat(things.at("/columns/1/not_null").asBoolean()).isTrue();
    assertThat(things.at("/columns/2/description").asString()).isEqualTo("in kilograms");
    assertThat(things.at("/columns/2/type").asString()).isEqualTo("REAL");
    assertThat(things.at("/columns/2/found_types")).hasToString("[\"real\",\"text\"]");
    assertThat(things.at("/columns/2/filled").asDouble()).isBetween(0.66, 0.67);
    assertThat(things.at("/columns/3/references").asString()).isEqualTo("kinds");
    assertThat(server.get("/made/-/dictionary").page().select("section#heavy td code").eachText())
        .containsExactly("id", "name", "weight", "kind");
    assertThat(server.get("/made/-/dictionary").page().select("section#heavy").text()).contains("in kilograms");
  }

  @Test
  void changes_are_told_row_by_row_against_the_newest_earlier_version() throws IOException {
    before("made-20260101T000000000Z.db", "CREATE TABLE old (x)");
    before("made-20260201T000000000Z.db", NEW.replace("'One', 1.5", "'One', 1.25")
        .replace("(4, 'Four'", "(3, 'Three'")
        .replace("(1), (1), (2)", "(1), (2), (3)")
        .replace("CREATE TABLE kinds", "CREATE TABLE gone (x);\nCREATE TABLE kinds"));

    var tables = server.get("/made/-/changes.json").json().at("/changes/tables");

    assertThat(tables.findValuesAsString("table")).containsExactly("gone", "kinds", "loose", "things");
    var things = tables.path(3);
    assertThat(things.path("added").asInt()).isEqualTo(1);
    assertThat(things.path("removed").asInt()).isEqualTo(1);
    assertThat(things.path("changed").asInt()).isEqualTo(1);
    assertThat(things.at("/changed_columns/weight").asInt()).isEqualTo(1);
    assertThat(things.findValuesAsString("kind")).contains("added", "removed", "changed");
    assertThat(tables.path(2).path("added").asInt()).isEqualTo(1);
    assertThat(tables.path(2).path("removed").asInt()).isEqualTo(1);
    assertThat(tables.path(1).path("changed").asInt()).isZero();
    assertThat(tables.path(0).path("note").asString()).isEqualTo("The table is gone.");
  }

  @Test
  void the_page_of_changes_leads_to_the_rows() throws IOException {
    before("made-20260201T000000000Z.db",
        NEW.replace("'One', 1.5", "'One', 1.25").replace("(4, 'Four'", "(3, '<i>Three'"));

    var page = server.get("/made/-/changes").page();

    assertThat(page.select("tbody tr").eachText()).containsExactly("things 3 3 1 1 1 weight 1");
    assertThat(page.select(".changes a").eachAttr("href")).containsExactlyInAnyOrder("/made/things/4",
        "/made/things/1");
    assertThat(page.select("del").eachText()).contains("1.25", "<i>Three");
    assertThat(page.select("ins").eachText()).contains("1.5", "Four");
    assertThat(server.get("/made").page().select("a[href=/made/-/changes]")).hasSize(1);
  }

  @Test
  void without_an_earlier_version_nothing_is_claimed() {
    assertThat(server.get("/made/-/changes.json").json().path("changes").isNull()).isTrue();
    assertThat(server.get("/made/-/changes").page().text()).contains("There is no earlier version here.");
    assertThat(server.get("/made").page().select("a[href=/made/-/changes]")).isEmpty();
  }

  @Test
  void a_page_hears_that_its_database_was_replaced() throws Exception {
    var stream = server.get("/made/things").page().body().attr("data-changes");
    var request = HttpRequest.newBuilder(URI.create(server.address() + stream)).build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(request, BodyHandlers.ofString());
      TestDatabases.one(directory.resolve("made.db.new"), "new");
      Files.move(directory.resolve("made.db.new"), directory.resolve("made.db"), StandardCopyOption.REPLACE_EXISTING);

      var heard = answer.get(10, TimeUnit.SECONDS);

      assertThat(heard.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
      assertThat(heard.body()).contains("event: changed\n");
    }
    assertThat(server.get("/-/live").status()).isEqualTo(400);
    assertThat(server.get("/-/live?database=nothing").status()).isEqualTo(404);
  }

  @Test
  void listening_pages_do_not_keep_the_server_from_stopping() throws Exception {
    var stream = server.get("/made/things").page().body().attr("data-changes");
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(HttpRequest.newBuilder(URI.create(server.address() + stream)).build(),
          BodyHandlers.ofInputStream()).get(10, TimeUnit.SECONDS);
      long start = System.nanoTime();

      server.close();

      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(8_000);
      assertThat(new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .endsWith(": bye\n\n");
    }
  }
}
