package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.clerk.spi.SiteDatabase.Unit;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.site.Hosts;
import band.civic.corkboard.site.SiteFront;
import band.civic.corkboard.site.SiteList;
import band.civic.corkboard.sqlite.OpenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages about the things that rows are about, as a plugin declares them.
class SubjectPagesTest {
  private static final Page SHIP = new Page("ship", "Ship",
      section("subject: Ship", "select key, name as title, flag from ships where key = :ship or name = :ship",
          Look.FIGURES,
          Column.of("flag", "Flag", Unit.TEXT)),
      section("index: Ships", "select key, name from ships order by name", Look.TABLE,
          Column.of("name", "Name", Unit.TEXT).to("-/ship/{key}")),
      List.of(
          section("totals: All years", "select sum(dollars) as total, count(*) as n from trips where ship = :ship",
              Look.FIGURES, Column.of("total", "Earned", Unit.DOLLARS).counting("Trips that arrived."),
              Column.of("n", "Trips", Unit.NUMBER)),
          section("years: Year by year",
              "select year, sum(dollars) as total from trips where ship = :ship group by year", Look.TIMELINE,
              Column.of("year", "Year", Unit.DATE), Column.of("total", "Earned", Unit.DOLLARS)),
          section("ports: Ports",
              "select port, sum(dollars) as total from trips where ship = :ship group by port order by 2 desc",
              Look.BARS, Column.of("port", "Port", Unit.TEXT).to("trips?port={port}"),
              Column.of("total", "Earned", Unit.DOLLARS)),
          section("gone: Not in this file", "select x from nowhere", Look.TABLE, Column.of("x", "X", Unit.TEXT))),
      Map.of("ship", "ship", "ship_name", "ship"));
  private static final SiteDatabase DECLARED = new SiteDatabase("fleet.db", "The fleet", "Made-up ships", "", "", "",
      List.of(new SiteDatabase.Table("trips", "Trips", "Every trip", List.of(), "", false)), List.of())
      .withPages(List.of(SHIP));

  @TempDir
  Path storage = Path.of("");
  private final OpenFiles files = new OpenFiles(10);
  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  private static Section section(String heading, String sql, Look look, Column... columns) {
    var name = heading.substring(0, heading.indexOf(':'));
    return new Section(name, heading.substring(name.length() + 2), "Counts what " + name + " counts.", sql, look,
        List.of(columns));
  }

  @BeforeEach
  void start() throws IOException {
    server.close();
    Files.createDirectories(storage.resolve("sea.xx"));
    TestDatabases.make(storage.resolve("sea.xx/fleet.db"), """
        CREATE TABLE ships (key text primary key, name text, flag text);
        CREATE TABLE trips (id integer primary key, ship text, year integer, port text, dollars real);
        CREATE VIEW named AS SELECT id, ship, (SELECT name FROM ships WHERE key = ship) AS ship_name FROM trips;
        INSERT INTO ships VALUES ('a/1', 'Ada <b>', 'XX'), ('b', 'Berta', 'YY');
        INSERT INTO trips VALUES (1, 'a/1', 2020, 'North', 10.5), (2, 'a/1', 2021, 'South & East', 1200),
          (3, 'a/1', 2021, 'North', 4);
        """);
    var front = new Front(files, TestServer.options(), Cors.none());
    var context = new FakeContext(storage, List.of(DECLARED), List.of());
    var sites = new SiteFront(new Hosts(List.of()), new SiteList(context, Config.empty()), front, Optional.empty());
    server = TestServer.of(sites::answer);
  }

  @AfterEach
  void stop() {
    server.close();
    files.close();
  }

  private TestServer.Reply get(String path) {
    return server.get("/-/sites/sea.xx/fleet" + path);
  }

  @Test
  void a_page_says_of_every_number_which_rows_it_counts() {
    var page = get("/-/ship/a~2F1").page();

    assertThat(page.select("h1").text()).isEqualTo("Ada <b>");
    assertThat(page.select("#totals dd").eachText()).containsExactly("$1,214.50", "3");
    assertThat(page.select("#totals .counts").text()).contains("Counts what totals counts.", "Trips that arrived.");
    assertThat(page.select("#years tbody tr").eachText()).containsExactly("2020 $10.50", "2021 $1,204");
    assertThat(page.select("section .counts")).hasSize(4);
    assertThat(page.select("#gone .note").text()).contains("no such table");
  }

  @Test
  void the_json_of_a_page_holds_the_same_numbers_and_their_statements() {
    var json = get("/-/ship/a~2F1.json").json();

    assertThat(json.path("title").asString()).isEqualTo("Ada <b>");
    assertThat(json.at("/sections/0/rows/0/total").asDouble()).isEqualTo(1214.5);
    assertThat(json.at("/sections/0/counts").asString()).isEqualTo("Counts what totals counts.");
    assertThat(json.at("/sections/1/query/sql").asString()).contains("from trips");
    assertThat(json.at("/sections/1/query/params/ship").asString()).isEqualTo("a/1");
    assertThat(json.at("/sections/3/error").asString()).contains("no such table");
  }

  @Test
  void a_section_stands_alone_as_rows_data_and_picture() {
    assertThat(get("/-/ship/a~2F1/ports.csv").text()).isEqualTo("port,total\r\nSouth & East,1200.0\r\nNorth,14.5\r\n");
    assertThat(get("/-/ship/a~2F1/ports.json").json().at("/section/rows/1/port").asString()).isEqualTo("North");
    assertThat(get("/-/ship/a~2F1/ports.json?_chart=1").json().at("/series/0/values/0").asDouble()).isEqualTo(1200);
    assertThat(get("/-/ship/a~2F1/ports.svg").text()).contains("South &amp; East", "$1,200").doesNotContain("<b>");
    assertThat(get("/-/ship/a~2F1/years.svg").text()).contains("<title>2021, Earned: $1,204</title>");
    assertThat(get("/-/ship/a~2F1/totals.svg").status()).isEqualTo(404);
    assertThat(get("/-/ship/a~2F1/nothing.csv").status()).isEqualTo(404);
  }

  @Test
  void another_spelling_leads_to_the_lasting_address_and_nobody_is_not_found() {
    assertThat(get("/-/ship/Berta").header("location")).isEqualTo("/-/sites/sea.xx/fleet/-/ship/b");
    assertThat(get("/-/ship/Berta.json").header("location")).isEqualTo("/-/sites/sea.xx/fleet/-/ship/b.json");
    assertThat(get("/-/ship/nobody").status()).isEqualTo(404);
    assertThat(get("/-/boat/b").status()).isEqualTo(404);
    assertThat(get("/-/boat").status()).isEqualTo(404);
  }

  @Test
  void rows_and_pages_lead_to_each_other() {
    var page = get("/-/ship/a~2F1").page();

    assertThat(page.select("#ports tbody a").eachAttr("href"))
        .contains("/-/sites/sea.xx/fleet/trips?port=South+%26+East");
    assertThat(get("/trips").page().select("td a[href$=/-/ship/a~2F1]")).hasSize(3);
    assertThat(get("/trips/1").page().select("td a[href$=/-/ship/a~2F1]")).hasSize(1);
    assertThat(get("/named").page().select("td a[href$=/-/ship/a~2F1]").eachText()).contains("Ada <b>");
    assertThat(get("/named").page().select("td a[href$=/fleet/trips/1]").eachText()).containsExactly("1");
    assertThat(get("").page().select("a[href$=/fleet/-/ship]").text()).isEqualTo("Ships");
    assertThat(get("/-/ship").page().select("tbody a").eachAttr("href")).contains("/-/sites/sea.xx/fleet/-/ship/b");
    assertThat(get("/-/ship.csv").text()).startsWith("key,name\r\n");
  }

  @Test
  void plain_files_have_no_such_pages() {
    try (var plain = TestServer.of(Config.empty(), storage.resolve("sea.xx/fleet.db"))) {
      assertThat(plain.get("/fleet/-/ship/b").status()).isEqualTo(404);
      assertThat(plain.get("/fleet/trips").page().select("td a[href*=/-/ship]")).isEmpty();
    }
  }
}
