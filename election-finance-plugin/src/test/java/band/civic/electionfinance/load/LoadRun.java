package band.civic.electionfinance.load;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.spi.Workspace;
import band.civic.clerk.testkit.task.TestContext;
import band.civic.clerk.testkit.task.TestWorkspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/// Runs the load of one site in a directory, as the host would: it remembers what was published last.
final class LoadRun implements TestContext {
  private final Path directory;
  private final Map<String, String> options;
  private Optional<DataSummary> last = Optional.empty();
  private Instant now = Instant.parse("2026-11-24T06:00:00Z");
  private int checksUntilCancelled = Integer.MAX_VALUE;

  LoadRun(Path directory) {
    this(directory, Map.of());
  }

  private LoadRun(Path directory, Map<String, String> options) {
    this.directory = directory;
    this.options = options;
  }

  /// The same site with an option given.
  LoadRun withOption(String name) {
    var run = new LoadRun(directory, Map.of(name, "true"));
    run.last = last;
    return run;
  }

  LoadRun cancelledAfter(int checks) {
    checksUntilCancelled = checks;
    return this;
  }

  Silver silver() throws Exception {
    return Silver.create(workspace().directory(), "files");
  }

  TaskReport load() {
    now = now.plus(Duration.ofMinutes(1));
    var report = LoadTask.create().run(this);
    last = report.summary();
    return report;
  }

  /// The rows of a query over the published database, values joined by `|`, as the sqlite3 shell prints them.
  List<String> rows(String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + published(), new Properties());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var line = new ArrayList<String>();
        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          line.add(Optional.ofNullable(rows.getString(column)).orElse(""));
        }
        lines.add(String.join("|", line));
      }
    }
    return lines;
  }

  /// The columns that a query gives.
  List<String> columns(String sql) throws SQLException {
    var names = new ArrayList<String>();
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + published(), new Properties());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        names.add(rows.getMetaData().getColumnLabel(column));
      }
    }
    return names;
  }

  String one(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  Path published() {
    return directory.resolve("election_finance.db");
  }

  @Override
  public Path place() {
    return directory;
  }

  @Override
  public Workspace workspace() {
    return new TestWorkspace(directory, "election_finance.db");
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Optional<DataSummary> lastLoaded() {
    return last;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public void checkCancelled() {
    if (checksUntilCancelled-- <= 0) {
      throw new ClerkException.Cancelled("asked to stop");
    }
  }
}
