package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.site.SourceTurns;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What one task of one run may use.
record RunningTask(Site site, String runId, Map<String, String> options, Settings settings, Workspace workspace,
    Progress progress, Optional<DataSummary> lastLoaded, Clock clock, SourceTurns turns, Cancellation cancellation)
    implements
      TaskContext {

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public Instant takeTurn(String host, Instant from, Duration pause) {
    return turns.take(host, from, pause);
  }

  @Override
  public void checkCancelled() {
    cancellation.check();
  }
}
