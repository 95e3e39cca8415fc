package band.civic.fec;

import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.spi.Workspace;
import band.civic.clerk.testkit.task.MovableClock;
import band.civic.clerk.testkit.task.TestContext;
import band.civic.clerk.testkit.task.TestSettings;
import band.civic.clerk.testkit.task.TestWorkspace;
import band.civic.clerk.testkit.task.Unwatched;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A site in a storage directory whose tasks run as the host would run them.
public final class FecSite {
  private final Path storage;
  private final Place place;
  private final Map<String, String> settings = new HashMap<>(Map.of("fec.now", "2026-05-01"));
  private Runnable onStep = () -> {};
  private int runs;

  /// A site.
  public record Place(String subdomain, String name, String state, String kind, Map<String, String> extra)
      implements
        Site {
    @Override
    public String country() {
      return "US";
    }

    @Override
    public List<Agency> agencies(String source) {
      return List.of();
    }
  }

  private FecSite(Path storage, Place place) {
    this.storage = storage;
    this.place = place;
  }

  /// The nation's site.
  public static FecSite nation(Path storage) {
    return new FecSite(storage, new Place("us", "United States", "US", "nation", Map.of()));
  }

  /// Another site over the same storage.
  public FecSite other(String subdomain, String name, String state, String kind) {
    return new FecSite(storage, new Place(subdomain, name, state, kind, Map.of()));
  }

  /// The same site with these words of its own.
  public FecSite extra(Map<String, String> words) {
    return new FecSite(storage, new Place(place.subdomain(), place.name(), place.state(), place.kind(), words));
  }

  /// Something happens whenever a task says what it does.
  public void onStep(Runnable what) {
    onStep = what;
  }

  public FecSite setting(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /// Takes the files of a directory in.
  public TaskReport ingest(int cycle, Path from) {
    return run("bulk-ingest", Map.of("cycle", String.valueOf(cycle), "from", from.toString()));
  }

  /// Publishes what was taken in.
  public void publish() {
    run("silver", Map.of());
    run("publish", Map.of());
  }

  public TaskReport run(String task, Map<String, String> options) {
    runs++;
    return FecTasks.list()
        .stream()
        .filter(known -> known.name().equals(task))
        .findFirst()
        .orElseThrow()
        .run(
            new Context(options, lastRunId()));
  }

  /// The id of the last run of a task.
  public String lastRunId() {
    return "us_" + runs;
  }

  /// The settings that tasks see.
  public Settings settings() {
    return new TestSettings(settings);
  }

  /// The rows of a query of `us/fec/work/bronze.db`, columns joined by a blank.
  public List<String> bronze(String sql) {
    return query(work().resolve("bronze.db"), sql);
  }

  /// The same of the file of a kind and cycle.
  public List<String> file(String name, String sql) {
    return query(work().resolve("bronze").resolve(name + ".db"), sql);
  }

  /// The same of the published file.
  public List<String> published(String sql) {
    return query(storage.resolve(place.subdomain()).resolve("fec").resolve("fec.db"), sql);
  }

  public Path work() {
    return storage.resolve("us").resolve("fec").resolve("work");
  }

  private static List<String> query(Path file, String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var lines = new ArrayList<String>();
      var columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var words = new ArrayList<String>();
        for (var i = 1; i <= columns; i++) {
          words.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join(" ", words));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Context implements TestContext {
    private final Map<String, String> options;
    private final String runId;

    Context(Map<String, String> options, String runId) {
      this.options = options;
      this.runId = runId;
    }

    @Override
    public Site site() {
      return place;
    }

    @Override
    public String runId() {
      return runId;
    }

    @Override
    public Optional<String> option(String name) {
      return Optional.ofNullable(options.get(name));
    }

    @Override
    public Path place() {
      return storage.resolve(place.subdomain()).resolve("fec");
    }

    @Override
    public Workspace workspace() {
      return new TestWorkspace(place(), "fec.db");
    }

    @Override
    public Settings settings() {
      return new TestSettings(settings);
    }

    @Override
    public Progress progress() {
      return new Unwatched() {
        @Override
        public void step(String what) {
          onStep.run();
        }

        @Override
        public void advance(long units) {}
      };
    }

    @Override
    public Clock clock() {
      return new MovableClock("2026-05-01T12:00:00Z");
    }
  }
}
