package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.RawPage;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskReport;
import band.civic.clerk.testkit.task.TestContext;
import band.civic.clerk.testkit.task.TestSettings;
import band.civic.clerk.testkit.task.TestSite;
import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Runs the extract task for one site in a directory, as the host would, in the time of a test.
final class ExtractRun implements TestContext {
  private final Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> options = new HashMap<>();
  private final List<Site.Agency> agencies = new ArrayList<>();
  private final TestTime time;
  private final List<String> turns = new ArrayList<>();
  private Duration others = Duration.ZERO;
  private final AtomicInteger checksUntilCancelled = new AtomicInteger(Integer.MAX_VALUE);

  ExtractRun(Path directory, TestTime time) {
    this.directory = directory;
    this.time = time;
  }

  ExtractRun agency(int id, String shortcut, String note) {
    agencies.add(new Site.Agency("netfile", id, shortcut, shortcut, "own", note, Optional.empty(), Optional.empty()));
    return this;
  }

  ExtractRun settings(Map<String, String> values) {
    settings.putAll(values);
    return this;
  }

  ExtractRun option(String name, String value) {
    options.put(name, value);
    return this;
  }

  ExtractRun without(String option) {
    options.remove(option);
    return this;
  }

  ExtractRun cancelledAfter(int checks) {
    checksUntilCancelled.set(checks);
    return this;
  }

  /// Other processes are at the source, so that each turn comes so much later.
  ExtractRun behindOthersBy(Duration wait) {
    others = wait;
    return this;
  }

  /// The hosts at which turns were taken.
  List<String> turns() {
    return turns;
  }

  TaskReport run() {
    time.forgetPauses();
    return ExtractTask.create(context -> time.with(context::checkCancelled)).run(this);
  }

  List<StoredUnit> units() {
    return bronze(BronzeStore::listCompleteUnits);
  }

  List<RawPage> pages() {
    return bronze(BronzeStore::listCompletePages);
  }

  /// The texts of a column, of all complete pages of that kind.
  List<String> cells(RawKind kind, String column) {
    return pages().stream().filter(page -> page.kind().equals(kind.name())).flatMap(page -> {
      try (var rows = RawFile.rows(page.file(), kind)) {
        return rows.map(row -> row.cell(column)).toList().stream();
      }
    }).toList();
  }

  /// All files below the site's directory, by name.
  List<String> files() {
    try (var all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).map(file -> directory.relativize(file).toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T bronze(Function<BronzeStore, T> question) {
    try (var store = BronzeStore.open(workspace(), time)) {
      return question.apply(store);
    }
  }

  @Override
  public Path place() {
    return directory;
  }

  @Override
  public Site site() {
    return TestSite.of("berkeley.ca").withAgencies(agencies);
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Settings settings() {
    return new TestSettings(settings);
  }

  @Override
  public Clock clock() {
    return time;
  }

  @Override
  public Instant takeTurn(String host, Instant from, Duration pause) {
    turns.add(host);
    return from.plus(others);
  }

  @Override
  public void checkCancelled() {
    if (checksUntilCancelled.getAndDecrement() <= 0) {
      throw new ClerkException.Cancelled("cancelled by the test");
    }
  }
}
