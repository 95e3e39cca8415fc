package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a task is given, in one directory of a test: a site, no option, no setting, nobody who watches, a clock that
/// stands. A test overrides what it is about.
///
///     new MyTask().run((TestContext) () -> directory);
public interface TestContext extends TaskContext {
  /// The site's directory: databases in `work/`, what was fetched in `raw/`, and the published file.
  Path place();

  @Override
  default Site site() {
    return TestSite.of("alameda.ca");
  }

  @Override
  default String runId() {
    return site().subdomain() + "_1763990400_aaaaaa";
  }

  @Override
  default Optional<String> option(String name) {
    return Optional.empty();
  }

  @Override
  default Settings settings() {
    return TestSettings.none();
  }

  @Override
  default Workspace workspace() {
    return new TestWorkspace(place(), "published.db");
  }

  @Override
  default Progress progress() {
    return (Unwatched) units -> {};
  }

  @Override
  default Optional<DataSummary> lastLoaded() {
    return Optional.empty();
  }

  @Override
  default Clock clock() {
    return Clock.fixed(Instant.parse("2025-11-24T13:20:00Z"), ZoneOffset.UTC);
  }

  @Override
  default void checkCancelled() {}
}
