package band.civic.electionfinance.transform;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.Unit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.spi.Workspace;
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
import javax.sql.DataSource;
import org.sqlite.JDBC;
import org.sqlite.SQLiteDataSource;

/// Runs the transform task for one site in a directory, as the host would.
final class TransformRun implements TaskContext {
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
    return new Alameda(kind);
  }

  @Override
  public String runId() {
    return "alameda.ca_1763990400_aaaaaa";
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException("the transform reads no settings");
  }

  @Override
  public Workspace workspace() {
    return new Workspace() {
      @Override
      public Path directory() {
        return directory.resolve("work");
      }

      @Override
      public Path rawDirectory() {
        return directory.resolve("raw");
      }

      @Override
      public Path publishedFile() {
        return directory.resolve("election_finance.db");
      }

      @Override
      public DataSource database(String name) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory().resolve(name + ".db"));
        return source;
      }
    };
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void step(String what) {
        // nobody watches
      }

      @Override
      public void total(long units) {
        // nobody watches
      }

      @Override
      public void advance(long units) {
        // nobody watches
      }
    };
  }

  @Override
  public Optional<DataSummary> lastLoaded() {
    return Optional.empty();
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

  private record Alameda(String kind) implements Site {
    @Override
    public String subdomain() {
      return "alameda.ca";
    }

    @Override
    public String name() {
      return "Alameda";
    }

    @Override
    public String state() {
      return "CA";
    }

    @Override
    public String country() {
      return "US";
    }

    @Override
    public List<Agency> agencies(String source) {
      return List.of(new Agency("netfile", 12, "COA", "Alameda, County of", "county", "The county's filings.",
          Optional.empty(), Optional.empty()));
    }

    @Override
    public Map<String, String> extra() {
      return Map.of();
    }
  }
}
