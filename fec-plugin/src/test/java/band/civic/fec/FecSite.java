package band.civic.fec;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.spi.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

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
            new Context(options, "us_" + runs));
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

  private final class Context implements TaskContext, Workspace, Settings, Progress {
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
    public Settings settings() {
      return this;
    }

    @Override
    public Workspace workspace() {
      return this;
    }

    @Override
    public Progress progress() {
      return this;
    }

    @Override
    public Optional<DataSummary> lastLoaded() {
      return Optional.empty();
    }

    @Override
    public Clock clock() {
      return Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public void checkCancelled() {}

    @Override
    public Path directory() {
      return made("work");
    }

    @Override
    public Path rawDirectory() {
      return made("raw");
    }

    @Override
    public Path publishedFile() {
      return storage.resolve(place.subdomain()).resolve("fec").resolve("fec.db");
    }

    @Override
    public DataSource database(String name) {
      var source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + directory().resolve(name + ".db"));
      return source;
    }

    @Override
    public Optional<String> find(String key) {
      return Optional.ofNullable(settings.get(key));
    }

    @Override
    public Optional<String> findSecret(String key) {
      return Optional.empty();
    }

    @Override
    public void step(String what) {
      onStep.run();
    }

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {}

    private Path made(String name) {
      try {
        return Files.createDirectories(storage.resolve(place.subdomain()).resolve("fec").resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
