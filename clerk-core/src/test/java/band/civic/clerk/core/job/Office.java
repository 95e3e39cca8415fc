package band.civic.clerk.core.job;

import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.core.event.Follower;
import band.civic.clerk.core.event.Listeners.Listener;
import band.civic.clerk.core.event.Listeners;
import band.civic.clerk.core.job.RunRequest.How;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Enrolment;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.Site;
import band.civic.clerk.testkit.task.MovableClock;
import band.civic.clerk.testkit.task.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A storage directory with a registry, a pipeline and a runner.
final class Office implements AutoCloseable {
  final Path storage;
  final Registry registry;
  final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  final FakePipeline pipeline = new FakePipeline("finance");
  final List<Listener> listeners = new ArrayList<>();
  final Sites sites;
  private final String url;

  Office(Path storage) {
    this(storage, "jdbc:sqlite:" + storage.resolve("civic.db"));
  }

  Office(Path storage, String url) {
    this.storage = storage;
    this.url = url;
    this.registry = Registry.open(url);
    this.sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, clock);
  }

  Site site(String subdomain) {
    return sites.findSite(subdomain)
        .orElseGet(() -> sites.register(new NewSite(subdomain, subdomain, "CA", "US", "city", Optional.empty(),
            Map.of())));
  }

  /// Writes down which sites the pipeline has something for.
  void enrol() {
    new Enrolment(registry, sites).refresh("finance", pipeline::supports);
  }

  RunDesk desk() {
    return desk(registry);
  }

  private RunDesk desk(Registry each) {
    var events = new Dispatcher(each, new Listeners(() -> listeners), Follower.NONE, clock);
    return new RunDesk(storage, TestSettings.none(), each, events, clock, () -> {});
  }

  JobRunner jobs() {
    return new JobRunner(desk());
  }

  /// A runner as another process would have it.
  JobRunner otherJobs() {
    return new JobRunner(desk(Registry.open(url)));
  }

  Rollback rollback() {
    return new Rollback(desk());
  }

  Work work() {
    return Work.of(pipeline, "1.0");
  }

  RunRequest request(String subdomain) {
    return request(subdomain, TaskSelection.all(), Map.of());
  }

  RunRequest request(String subdomain, TaskSelection selection, Map<String, String> options) {
    return new RunRequest(work(), site(subdomain), selection, options, new How("finance etl", 1, false));
  }

  RunOutcome run(String subdomain) {
    return jobs().run(request(subdomain), Watch.none());
  }

  SiteDataset dataset(String subdomain) {
    return new SiteDatasets(registry).find(new DatasetKey(subdomain, "finance")).orElseThrow();
  }

  /// One value out of the registry.
  String one(String sql) {
    return String.valueOf(registry.sql().fetchValue(sql));
  }

  /// Rows out of the registry, cells joined by blanks.
  List<String> rows(String sql) {
    return registry.sql()
        .fetch(sql)
        .map(row -> Arrays.stream(row.intoArray()).map(String::valueOf).collect(Collectors.joining(" ")));
  }

  @Override
  public void close() {
    registry.close();
  }
}
