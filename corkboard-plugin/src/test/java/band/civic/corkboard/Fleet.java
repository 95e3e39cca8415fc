package band.civic.corkboard;

import band.civic.clerk.spi.Site;
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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A made-up fleet: two sites with a declared database that has facets, dates, full text, a query and a page, served as
/// sites are.
final class Fleet implements AutoCloseable {
  private static final SiteDatabase DECLARED = new SiteDatabase("fleet.db", "The fleet", "Ships that do not exist.",
      "An invented harbour", "https://example.org/", "Free",
      List.of(
          new SiteDatabase.Table("trips", "Trips", "Every trip of every ship.", List.of("port"), "day", false),
          new SiteDatabase.Table("ships", "Ships", "All ships.", List.of(), "", false).labelled("name")),
      List.of(new SiteDatabase.Query("by_port", "Earnings by port",
          "select port, sum(dollars) as dollars from trips group by port order by 2 desc")))
      .withPages(List.of(ship()));

  private final Path storage;
  private final OpenFiles files = new OpenFiles(10);
  private final TestServer server;

  Fleet(Path storage) throws IOException {
    this.storage = storage;
    put("sea.xx", 400);
    put("lake.yy", 3);
    var front = new Front(files, TestServer.options(), Cors.none());
    var context = new FakeContext(storage, List.of(DECLARED),
        List.of(new Place("sea.xx", "Sea", "XX"), new Place("lake.yy", "Lake", "YY")));
    var sites = new SiteFront(new Hosts(List.of()), new SiteList(context, Config.empty()), front, Optional.empty());
    this.server = TestServer.of(sites::answer);
  }

  private static Page ship() {
    return new Page("ship", "Ship",
        new Section("subject", "Ship", "", "select key, name as title, flag from ships where key = :ship", Look.FIGURES,
            List.of(Column.of("flag", "Flag", Unit.TEXT))),
        new Section("index", "Ships", "All ships.", "select key, name from ships order by name", Look.TABLE,
            List.of(Column.of("name", "Name", Unit.TEXT).to("-/ship/{key}"))),
        List.of(
            new Section("totals", "All years", "Trips that arrived.",
                "select sum(dollars) as total, count(*) as n from trips where ship = :ship", Look.FIGURES,
                List.of(Column.of("total", "Earned", Unit.DOLLARS), Column.of("n", "Trips", Unit.NUMBER))),
            new Section("months", "Month by month", "Trips that arrived, by month.",
                "select substr(day, 1, 7) as month, sum(dollars) as total from trips where ship = :ship group by 1",
                Look.TIMELINE,
                List.of(Column.of("month", "Month", Unit.DATE), Column.of("total", "Earned", Unit.DOLLARS))),
            new Section("ports", "Ports", "Trips that arrived, by port.",
                "select port, sum(dollars) as total from trips where ship = :ship group by port", Look.BARS,
                List.of(Column.of("port", "Port", Unit.TEXT).to("trips?port={port}"),
                    Column.of("total", "Earned", Unit.DOLLARS)))),
        Map.of("ship", "ship"));
  }

  String address() {
    return server.address().toString();
  }

  /// Publishes a site's database with so many trips, by rename as publishing does.
  void put(String site, int trips) throws IOException {
    Files.createDirectories(storage.resolve(site));
    var made = storage.resolve(site + ".new");
    TestDatabases.make(made, """
        CREATE TABLE ships (key TEXT PRIMARY KEY, name TEXT, flag TEXT);
        CREATE TABLE trips (id INTEGER PRIMARY KEY, ship TEXT REFERENCES ships, day TEXT, port TEXT, cargo TEXT, dollars REAL);
        CREATE VIRTUAL TABLE trips_fts USING fts5 (cargo, port, content="trips", content_rowid="id");
        INSERT INTO ships VALUES ('a', 'Ada', 'XX'), ('b', 'Berta', 'YY');
        INSERT INTO trips WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT i, CASE i %% 3 WHEN 0 THEN 'b' ELSE 'a' END, date('2024-01-01', (i %% 360) || ' days'),
            CASE i %% 4 WHEN 0 THEN 'North' WHEN 1 THEN 'East' ELSE 'South' END,
            CASE i %% 5 WHEN 0 THEN 'lemons and a very long list of other things that nobody reads' ELSE 'rope' END, i * 12.5
          FROM n;
        INSERT INTO trips_fts (trips_fts) VALUES ('rebuild');
        """.formatted(trips));
    Files.move(made, storage.resolve(site + "/fleet.db"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    server.close();
    files.close();
  }

  private record Place(String subdomain, String name, String state) implements Site {

    @Override
    public String country() {
      return "US";
    }

    @Override
    public String kind() {
      return "city";
    }

    @Override
    public List<Agency> agencies(String source) {
      return List.of();
    }

    @Override
    public Map<String, String> extra() {
      return Map.of("lat", state.equals("XX") ? "37.7" : "40.7", "lng", state.equals("XX") ? "-122.2" : "-74.0");
    }
  }
}
