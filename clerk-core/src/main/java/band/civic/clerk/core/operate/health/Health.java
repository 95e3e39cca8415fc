package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.HealthCheck.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Looks at everything once.
public final class Health {
  private final OperateDesk desk;

  public Health(OperateDesk desk) {
    this.desk = desk;
  }

  /// Looks; a check that fails says so and the others go on. Without a database only that is told.
  public HealthReport look() {
    var checks = new ArrayList<Check>();
    checks.add(isolated("database", new RegistryChecks(desk)::database));
    if (checks.getFirst().state() != State.UNHEALTHY) {
      var queues = new QueueChecks(desk);
      var sites = new SiteChecks(desk);
      checks.add(isolated("schema", new RegistryChecks(desk)::schema));
      checks.add(isolated("workers", queues::workers));
      checks.add(isolated("queues", queues::queues));
      checks.add(isolated("failed-jobs", queues::failedJobs));
      checks.add(isolated("stale-sites", sites::stale));
      checks.add(isolated("stuck-runs", sites::stuck));
      checks.add(isolated("failure-rate", sites::failureRate));
    }
    checks.add(isolated("disk", () -> DiskCheck.look(desk.storage())));
    checks.addAll(new PluginChecks(desk.installed()).look());
    return new HealthReport(desk.clock().instant(), List.copyOf(checks));
  }

  private static Check isolated(String name, Supplier<Check> check) {
    try {
      return check.get();
    } catch (ClerkException e) {
      return Check.unhealthy(name, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Check.unhealthy(name, "could not be looked at: " + e);
    }
  }
}
