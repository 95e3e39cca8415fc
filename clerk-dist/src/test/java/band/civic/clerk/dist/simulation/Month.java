package band.civic.clerk.dist.simulation;

import static java.util.stream.Collectors.toMap;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.core.event.Follower;
import band.civic.clerk.core.event.Listeners;
import band.civic.clerk.core.job.JobRunner;
import band.civic.clerk.core.job.RunDesk;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.queue.JobClaims.Failure;
import band.civic.clerk.core.queue.JobClaims.Wish;
import band.civic.clerk.core.queue.JobClaims;
import band.civic.clerk.core.schedule.Firing;
import band.civic.clerk.core.schedule.ScheduleDesk;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobContext;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.JobResult;
import band.civic.clerk.core.worker.SiteKinds;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.testkit.task.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One scheduler and one worker over one registry, in simulated time: what waits in reality only moves the clock.
final class Month implements AutoCloseable {
  private static final Duration LEASE = Duration.ofHours(12);

  private final Registry registry;
  private final Sites sites;
  private final JobKinds kinds;
  private final JobClaims claims;
  private final Firing firing;

  Month(Path directory, SimulatedTime time, Pipeline pipeline) {
    this.registry = Registry.open("jdbc:sqlite:" + directory.resolve("civic.db"));
    this.sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, time);
    var events = new Dispatcher(registry, Listeners.none(), Follower.NONE, time);
    var desk = new RunDesk(directory, TestSettings.none(), registry, events, time, () -> {});
    this.kinds = new JobKinds(
        new SiteKinds(new JobRunner(desk), sites).of(new Contributed<>("feeds", "1.0", pipeline)));
    this.claims = new JobClaims(registry, time, LEASE, Backoff.usual());
    this.firing = new Firing(new ScheduleDesk(registry, sites, kinds, Map.of("finance", pipeline::supports), time));
  }

  void register(String subdomain) {
    sites.register(NewSite.of(subdomain, subdomain, "CA", "city"));
  }

  void fire(ScheduleEntry entry) {
    var _ = firing.fire(entry);
  }

  /// Does all that is due in the queue, one after the other.
  ///
  /// @param served told each site that was refreshed
  void work(Consumer<String> served) {
    for (var jobs = claim(); !jobs.isEmpty(); jobs = claim()) {
      jobs.forEach(job -> run(job, served));
    }
  }

  /// How often each site failed in a row.
  Map<String, Long> failures() {
    return registry.sql()
        .fetch("SELECT subdomain, consecutive_failures FROM site_datasets")
        .stream()
        .collect(toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
  }

  private List<ClaimedJob> claim() {
    return claims.claim(Wish.one("simulation", kinds.queues()));
  }

  private void run(ClaimedJob job, Consumer<String> served) {
    try {
      var result = kinds.get(job.type()).handler().run(new JobContext(job, Watch.none()));
      if (result instanceof JobResult.Done done) {
        claims.succeed(job, done.facts());
        served.accept(job.site().orElseThrow().subdomain());
      }
    } catch (SourceUnavailable e) {
      claims.fail(job, new Failure(new RunError("SourceUnavailable", String.valueOf(e.getMessage())), false, true));
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
