package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.health.HealthReport.Check;
import band.civic.clerk.core.store.Registry;
import java.time.Duration;

/// The registry itself.
final class RegistryChecks {
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final OperateDesk desk;

  RegistryChecks(OperateDesk desk) {
    this.desk = desk;
  }

  Check database() {
    var start = System.nanoTime();
    desk.registry().sql().selectOne().fetch();
    var took = Duration.ofNanos(System.nanoTime() - start);
    var message = "%s answered in %d ms".formatted(desk.registry().name(), took.toMillis());
    return took.compareTo(SLOW) > 0
        ? Check.degraded("database", message + ": it is slow. See what else uses it.")
        : Check.healthy("database", message);
  }

  Check schema() {
    var installed = desk.registry().schemaVersion();
    var newest = Registry.neededSchemaVersion();
    return installed == newest
        ? Check.healthy("schema", "version " + installed)
        : Check.unhealthy("schema", "version %d is installed, this clerk needs %d. %s".formatted(installed, newest,
            installed < newest ? "Run `clerk db upgrade`." : "Install the newer clerk here too."));
  }
}
