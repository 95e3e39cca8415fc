package band.civic.clerk.core.schedule;

import band.civic.clerk.core.store.ConnectionPool;
import band.civic.clerk.core.store.Registry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/// Where Quartz keeps its triggers: in memory when there is one scheduler, in the registry when several share it, so
/// that each trigger fires on one of them and goes on when that one dies.
final class QuartzStore implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final Optional<ConnectionPool> pool;

  private QuartzStore(Optional<ConnectionPool> pool) {
    this.pool = pool;
  }

  static QuartzStore of(Registry registry) {
    return new QuartzStore(registry.openPool(CONNECTIONS));
  }

  Scheduler newScheduler() throws SchedulerException {
    var properties = new Properties();
    properties.putAll(Map.of(
        "org.quartz.scheduler.instanceName", "clerk",
        "org.quartz.scheduler.instanceId", UUID.randomUUID().toString(),
        "org.quartz.scheduler.makeSchedulerThreadDaemon", "true",
        "org.quartz.threadPool.threadCount", "2",
        "org.quartz.threadPool.makeThreadsDaemons", "true",
        "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore"));
    pool.ifPresent(connections -> share(properties, connections));
    return new StdSchedulerFactory(properties).getScheduler();
  }

  private static void share(Properties properties, ConnectionPool connections) {
    var name = "registry-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(name, new Lent(connections));
    properties.putAll(Map.of(
        "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
        "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
        "org.quartz.jobStore.dataSource", name,
        "org.quartz.jobStore.tablePrefix", "qrtz_",
        "org.quartz.jobStore.useProperties", "true",
        "org.quartz.jobStore.isClustered", "true",
        "org.quartz.jobStore.clusterCheckinInterval", "5000",
        "org.quartz.jobStore.acquireTriggersWithinLock", "true"));
  }

  @Override
  public void close() {
    pool.ifPresent(ConnectionPool::close);
  }

  private record Lent(ConnectionPool pool) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void shutdown() {
      // the pool outlives the scheduler
    }

    @Override
    public void initialize() {
      // it is open
    }
  }
}
