package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.UnderWay;
import band.civic.clerk.core.queue.JobBook.Filter;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that is known of how one site stands.
///
/// @param site the site
/// @param now UTC
/// @param data in each data type
/// @param running its runs that have not ended
/// @param jobs its jobs that live or failed
/// @param runs its latest runs
record SiteStatusFacts(RegisteredSite site, Instant now, List<SiteState> data, List<UnderWay> running,
    List<JobRow> jobs, List<RunRow> runs) {
  private static final int RUNS = 5;
  private static final int JOBS = 20;

  static SiteStatusFacts of(RegisteredSite site, OperateDesk desk) {
    var states = Set.of(JobState.WAITING, JobState.QUEUED, JobState.RUNNING, JobState.FAILED);
    var filter = new Filter(states, Optional.empty(), Optional.of(site.subdomain()), Optional.empty(), JOBS);
    var book = new RunBook(desk.registry(), DuePolicy.daily(() -> 0.5));
    return new SiteStatusFacts(site, desk.clock().instant(), desk.site(site.subdomain()), desk.runs()
        .stream()
        .filter(run -> run.run().key().subdomain().equals(site.subdomain()))
        .toList(), new JobBook(desk.registry()).listJobs(filter), book.listRuns(site.subdomain(), RUNS));
  }
}
