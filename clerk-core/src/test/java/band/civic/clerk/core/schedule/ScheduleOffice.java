package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.ScheduleFile;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.JobResult;
import band.civic.clerk.spi.Site.Agency;
import band.civic.clerk.testkit.task.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A registry, a clock and work of the types `finance.etl` and `tidy`.
final class ScheduleOffice implements AutoCloseable {
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), 3);
  private static final JobKinds KINDS = new JobKinds(List.of(
      JobKind.of("tidy", "tidy", LIMITS, context -> JobResult.done()),
      JobKind.of("finance.etl", "finance", LIMITS, context -> JobResult.done())
          .ofSites("finance")
          .withArguments(Set.of("from"))));

  final Registry registry;
  final MovableClock clock = new MovableClock("2026-11-24T06:00:00Z");
  final List<String> reviewed = new ArrayList<>();
  final Sites sites;
  private final Path directory;

  ScheduleOffice(Path directory, String url) {
    this.directory = directory;
    this.registry = Registry.open(url);
    this.sites = new Sites(registry, new Reviewed(), SiteEvents.NONE, clock);
  }

  ScheduleOffice with(String... subdomains) {
    Arrays.stream(subdomains).forEach(subdomain -> sites.register(newSite(subdomain)));
    return this;
  }

  ScheduleDesk desk() {
    return desk(registry);
  }

  /// As another process would have it.
  ScheduleDesk desk(Registry each) {
    return new ScheduleDesk(each, new Sites(each, new Reviewed(), SiteEvents.NONE, clock), KINDS,
        Map.of("finance", site -> !site.subdomain().startsWith("nothing")), clock);
  }

  /// The schedules of a file with these lines below `schedules:`.
  List<ScheduleEntry> entries(String yaml) {
    try {
      Files.writeString(directory.resolve("schedules.yaml"), "timezone: America/Los_Angeles\nschedules:\n" + yaml);
      return ScheduleFile.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScheduleEntry entry(String yaml) {
    return entries(yaml).getFirst();
  }

  int fire(ScheduleEntry entry) {
    return new Firing(desk()).fire(entry);
  }

  /// The sites for which jobs wait, in the order in which these were put in.
  List<String> queued() {
    return rows("SELECT subdomain FROM jobs WHERE state = 'queued' ORDER BY job_id");
  }

  List<String> rows(String sql) {
    return registry.sql()
        .fetch(sql)
        .map(row -> Arrays.stream(row.intoArray()).map(String::valueOf).collect(Collectors.joining(" ")));
  }

  void sql(String sql) {
    registry.sql().execute(sql);
  }

  @Override
  public void close() {
    registry.close();
  }

  private static NewSite newSite(String subdomain) {
    return NewSite.of(subdomain, subdomain, "CA", "city");
  }

  private final class Reviewed implements SiteCatalog {
    @Override
    public Optional<NewSite> findSite(String subdomain) {
      return reviewed.contains(subdomain) ? Optional.of(newSite(subdomain)) : Optional.empty();
    }

    @Override
    public List<String> listSubdomains() {
      return List.copyOf(reviewed);
    }

    @Override
    public List<Agency> agencies(String source, String subdomain) {
      return List.of();
    }
  }
}
