package band.civic.electionfinance.transform;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.Unit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.testkit.task.TestContext;
import band.civic.clerk.testkit.task.TestSite;
import band.civic.electionfinance.netfile.format.RawKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.sqlite.JDBC;

/// Runs the transform task for one site in a directory, as the host would.
final class TransformRun implements TestContext {
  private static final Site.Agency COUNTY = new Site.Agency("netfile", 12, "COA", "Alameda, County of", "county",
      "The county's filings.", Optional.empty(), Optional.empty());

  private final Path directory;
  private final Map<String, String> options = new HashMap<>();
  private final String kind;
  private Instant now = Instant.parse("2026-11-24T06:00:00Z");
  private boolean cancelled;
  private int agencyId = 12;

  TransformRun(Path directory, String kind) throws IOException {
    this.directory = directory;
    this.kind = kind;
    Files.createDirectories(directory.resolve("work"));
    Files.createDirectories(directory.resolve("raw"));
  }

  TransformRun option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /// Whose filings the next sheets have.
  TransformRun agency(int id) {
    agencyId = id;
    return this;
  }

  TransformRun cancel() {
    cancelled = true;
    return this;
  }

  /// Puts a sheet into bronze as a complete unit.
  TransformRun sheet(String name, String csv) {
    now = now.plusSeconds(60);
    try (var bronze = BronzeStore.open(workspace(), clock())) {
      var unit = bronze.begin(new Unit(name, Origin.FILES, "files", agencyId, "COA", OptionalInt.of(2018)));
      unit.append(new RawContent(name + ".csv", RawKind.SHEET_CSV.name(), "file:" + name + ".csv", now,
          RawContent.Body.of(csv.getBytes(StandardCharsets.UTF_8))), "");
      unit.complete();
    }
    return this;
  }

  TaskReport run() {
    return TransformTask.create("extract").run(this);
  }

  Path silver() {
    return directory.resolve("work/silver.db");
  }

  String one(String sql) throws SQLException {
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + silver(), new Properties());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "no row";
    }
  }

  @Override
  public Site site() {
    return TestSite.of("alameda.ca").withKind(kind).withAgencies(List.of(COUNTY));
  }

  @Override
  public Path place() {
    return directory;
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public void checkCancelled() {
    if (cancelled) {
      throw new ClerkException.Cancelled("stopped");
    }
  }
}
