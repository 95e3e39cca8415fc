package band.civic.clerk.core.operate;

import band.civic.clerk.core.operate.state.RunCounts;
import band.civic.clerk.core.operate.state.Runs;
import band.civic.clerk.core.operate.state.SiteState.Measure;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.SiteStates;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.operate.state.Workers;
import band.civic.clerk.core.operate.state.UnderWay;
import band.civic.clerk.core.queue.JobBook.Filter;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.core.store.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What these rooms work with.
///
/// @param registry what is looked at
/// @param storage the storage directory
/// @param settings what counts as bad
/// @param installed what the plugins bring
/// @param clock UTC
public record OperateDesk(Registry registry, Path storage, OperateSettings settings, Installed installed, Clock clock) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int SHOWN = 20;

  /// All sites and data types, the worst first.
  public List<SiteState> sites() {
    return new SiteStates(registry).list(new Measure(installed.wanted(), settings.staleAfter(), clock.instant()));
  }

  /// All queues, by name: those that somebody declared, and those in which something is.
  public List<QueueState> queues() {
    var filled = new JobBook(registry).listQueues(clock.instant());
    var names = filled.stream().map(QueueState::queue).collect(Collectors.toSet());
    var empty = installed.queues()
        .stream()
        .filter(name -> !names.contains(name))
        .map(name -> new QueueState(name, Map.of(), Optional.empty()));
    return Stream.concat(filled.stream(), empty).sorted(Comparator.comparing(QueueState::queue)).toList();
  }

  /// How the site stands, in each data type.
  public List<SiteState> site(String subdomain) {
    return sites().stream().filter(site -> site.key().subdomain().equals(subdomain)).toList();
  }

  /// The runs that have not ended, the longest first.
  public List<UnderWay> runs() {
    return new Runs(registry).listUnderWay(clock.instant());
  }

  /// The latest runs that failed in the last day.
  public List<RunRow> failedRuns() {
    return new Runs(registry).listFailed(clock.instant().minus(DAY), SHOWN);
  }

  /// How the runs of the last day ended.
  public RunCounts lastDay() {
    return new Runs(registry).countSince(clock.instant().minus(DAY));
  }

  /// The latest jobs whose attempts are used up.
  public List<JobRow> failedJobs() {
    return new JobBook(registry).listJobs(Filter.of(JobState.FAILED));
  }

  /// The jobs that workers are at.
  public List<JobRow> runningJobs() {
    return new JobBook(registry).listJobs(Filter.of(JobState.RUNNING));
  }

  /// The workers and schedulers that are alive.
  public List<WorkerState> workers() {
    return new Workers(registry).listAlive(clock.instant());
  }
}
