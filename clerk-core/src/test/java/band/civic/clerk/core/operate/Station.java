package band.civic.clerk.core.operate;

import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.queue.NewJob;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.HealthCheck;
import band.civic.clerk.testkit.task.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An installation that is looked at: a registry, sites, jobs, workers, and a clock that can be moved.
public final class Station implements AutoCloseable {
  public final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  public final Registry registry;
  public final Path storage;
  public final List<HealthCheck> checks = new ArrayList<>();
  public final List<Planned> planned = new ArrayList<>();
  public final Set<DatasetKey> wanted = new HashSet<>();

  public Station(String url, Path storage) {
    this.registry = Registry.open(url);
    this.storage = storage;
  }

  public OperateDesk desk() {
    return new OperateDesk(registry, storage, new OperateSettings(Duration.ofHours(36), 20, 30,
        Duration.ofDays(400)), new Installed() {
          @Override
          public Set<DatasetKey> wanted() {
            return wanted;
          }

          @Override
          public Set<String> queues() {
            return Set.of("finance");
          }

          @Override
          public Set<String> types() {
            return Set.of("finance.etl");
          }

          @Override
          public Map<String, String> files() {
            return Map.of("finance", "finance/election_finance.db");
          }

          @Override
          public List<Planned> planned() {
            return planned;
          }

          @Override
          public NewJob refresh(DatasetKey key) {
            return NewJob.of("finance.etl", "finance", new Limits(Duration.ofHours(1), 3))
                .withSite(key)
                .withUniqueKey("finance.etl " + key.subdomain());
          }

          @Override
          public List<HealthCheck> healthChecks() {
            return checks;
          }
        }, clock);
  }

  public JobQueue queue() {
    return new JobQueue(registry, clock);
  }

  public void enqueue(NewJob job) {
    var _ = queue().enqueue(job);
  }

  /// Registers a site that a pipeline serves.
  public DatasetKey site(String subdomain) {
    var site = NewSite.of(subdomain, subdomain, "CA", "city");
    registry.sql()
        .execute("INSERT INTO sites (subdomain, name, state, country, kind, status, extra, created_at, updated_at) "
            + "VALUES (?, ?, 'CA', 'US', 'city', 'new', '{}', ?, ?)", site.subdomain(), site.name(), now(), now());
    var key = new DatasetKey(subdomain, "finance");
    wanted.add(key);
    return key;
  }

  /// A site whose last run succeeded now.
  public DatasetKey freshSite(String subdomain) {
    var key = site(subdomain);
    var datasets = new SiteDatasets(registry);
    datasets.ensure(key);
    datasets.succeeded(key, clock.instant(), java.util.Optional.of(clock.instant().plus(Duration.ofHours(24))));
    return key;
  }

  /// A process that gave a sign now.
  public void worker(String name, String kind, String queues) {
    registry.sql()
        .execute("INSERT INTO workers (worker, kind, host, pid, process_started_at, queues, threads, address, "
            + "started_at, heartbeat_at) VALUES (?, ?, 'host-a', 7, ?, ?, 2, 'http://127.0.0.1:8900/', ?, ?)", name,
            kind,
            now(), queues, now(), now());
  }

  /// A run under way.
  public void running(String runId, DatasetKey key) {
    run(runId, key, "running");
  }

  /// A run that ended now.
  public void ended(String runId, DatasetKey key, String state) {
    run(runId, key, state);
    registry.sql().execute("UPDATE runs SET finished_at = ? WHERE run_id = ?", now(), runId);
  }

  private void run(String runId, DatasetKey key, String state) {
    registry.sql()
        .execute("INSERT INTO runs (run_id, subdomain, data_type, command, started_by, state, options, host, pid, "
            + "process_started_at, lease_until, started_at) VALUES (?, ?, ?, 'finance etl', 'a test', ?, '{}', "
            + "'another-host', 7, ?, ?, ?)", runId, key.subdomain(), key.dataType(), state, now(),
            UtcText.of(clock.instant().plusSeconds(60)), now());
  }

  public String now() {
    return UtcText.of(clock.instant());
  }

  /// One value out of the registry.
  public String one(String sql) {
    return String.valueOf(registry.sql().fetchValue(sql));
  }

  @Override
  public void close() {
    registry.close();
  }
}
