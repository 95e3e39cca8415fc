package band.civic.fec.extract.api;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.testkit.task.TestContext;
import band.civic.clerk.testkit.task.TestSettings;
import band.civic.clerk.testkit.task.TestSite;
import band.civic.clerk.testkit.task.Unwatched;
import band.civic.fec.openfec.TestTime;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs tasks of this room in a directory, as the host would, in the time of a test.
final class DailyRun implements TestContext {
  private final Path directory;
  private final TestTime time;
  private final Map<String, String> options = new HashMap<>(Map.of("api", "true"));
  private final AtomicInteger pagesUntilKilled = new AtomicInteger(Integer.MAX_VALUE);
  private TestSettings settings;
  private int runs;

  DailyRun(Path directory, TestTime time, Map<String, String> settings) {
    this.directory = directory;
    this.time = time;
    this.settings = new TestSettings(settings);
  }

  DailyRun option(String name, String value) {
    options.put(name, value);
    return this;
  }

  DailyRun without(String option) {
    options.remove(option);
    return this;
  }

  DailyRun setting(String key, String value) {
    settings = settings.with(key, value);
    return this;
  }

  /// The process dies after so many pages were stored.
  DailyRun killedAfter(int pages) {
    runs++;
    pagesUntilKilled.set(pages);
    return this;
  }

  /// All tasks of a daily run.
  TaskReport daily() {
    runs++;
    var all = TaskReport.empty();
    for (var task : ApiTasks.DAILY) {
      var report = run(task);
      all = all.withRead(all.read() + report.read())
          .withChanged(all.changed() + report.changed())
          .withUnchanged(all.unchanged() + report.unchanged())
          .withRetired(all.retired() + report.retired())
          .withRejected(all.rejected() + report.rejected())
          .withNotices(report.notices());
    }
    return all;
  }

  TaskReport run(String task) {
    return ApiTasks.list(_ -> waiting())
        .stream()
        .filter(known -> known.name().equals(task))
        .findFirst()
        .orElseThrow()
        .run(this);
  }

  /// The first column of a query of `bronze.db`.
  List<String> query(String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace().directory().resolve("bronze.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    return Long.parseLong(query(sql).getFirst());
  }

  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Waiting waiting() {
    return new Waiting() {
      @Override
      public Instant now() {
        return time.now();
      }

      @Override
      public void pause(Duration duration) {
        time.pause(duration);
      }

      @Override
      public void checkCancelled() {
        DailyRun.this.checkCancelled();
      }
    };
  }

  @Override
  public Path place() {
    return directory;
  }

  @Override
  public Site site() {
    return TestSite.of("us").withKind("nation");
  }

  @Override
  public String runId() {
    return "us_test" + runs;
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Progress progress() {
    return (Unwatched) _ -> {
      if (pagesUntilKilled.decrementAndGet() == 0) {
        throw new Killed();
      }
    };
  }

  @Override
  public Clock clock() {
    return time;
  }

  @Override
  public void checkCancelled() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClerkException.Cancelled("interrupted");
    }
  }
}
