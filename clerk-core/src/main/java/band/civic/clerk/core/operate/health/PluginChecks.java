package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.Installed;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.spi.HealthCheck;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What plugins look at, each with a few seconds' time.
final class PluginChecks {
  private static final int SECONDS = 10;

  private final Installed installed;

  PluginChecks(Installed installed) {
    this.installed = installed;
  }

  List<Check> look() {
    var checks = installed.healthChecks();
    if (checks.isEmpty()) {
      return List.of();
    }
    // not closed: one that hangs must not keep whoever asked
    var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("clerk-check-", 0).factory());
    try {
      var asked = checks.stream().map(check -> new Asked(check, threads.submit(check::check))).toList();
      return asked.stream().map(Asked::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private record Asked(HealthCheck check, Future<HealthCheck.Result> future) {

    Check result() {
      try {
        var seen = future.get(SECONDS, TimeUnit.SECONDS);
        return new Check(check.name(), seen.state(), seen.message());
      } catch (ExecutionException e) {
        return Check.unhealthy(check.name(), "could not be looked at: " + e.getCause());
      } catch (TimeoutException e) {
        return Check.unhealthy(check.name(), "gave no answer within %d s".formatted(SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Check.unhealthy(check.name(), "was cut off");
      }
    }
  }
}
