package band.civic.clerk.core.schedule;

import band.civic.clerk.core.queue.JobQueue;
import band.civic.clerk.core.site.DueSites;
import band.civic.clerk.core.site.Enrolment;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.spi.Site;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/// What schedules work with.
///
/// @param registry where all is remembered
/// @param sites the registered and reviewed sites
/// @param kinds what jobs there are
/// @param pipelines which sites each pipeline has something for, by data type
/// @param clock UTC
public record ScheduleDesk(Registry registry, Sites sites, JobKinds kinds, Map<String, Predicate<Site>> pipelines,
    Clock clock) {

  public ScheduleDesk {
    pipelines = Map.copyOf(pipelines);
  }

  ScheduleBook book() {
    return new ScheduleBook(registry);
  }

  JobQueue queue() {
    return new JobQueue(registry, clock);
  }

  DueSites due() {
    return new DueSites(registry);
  }

  Enrolment enrolment() {
    return new Enrolment(registry, sites);
  }
}
