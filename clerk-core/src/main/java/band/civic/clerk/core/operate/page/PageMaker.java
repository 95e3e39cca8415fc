package band.civic.clerk.core.operate.page;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.Planned;
import band.civic.clerk.core.operate.health.HealthJson;
import band.civic.clerk.core.operate.health.HealthReport;
import band.civic.clerk.core.operate.page.ColumnChart.Day;
import band.civic.clerk.core.operate.page.ColumnChart.Part;
import band.civic.clerk.core.operate.page.PageView.Concern;
import band.civic.clerk.core.operate.page.PageView.Failure;
import band.civic.clerk.core.operate.page.PageView.Plan;
import band.civic.clerk.core.operate.page.PageView.Queue;
import band.civic.clerk.core.operate.page.PageView.Site;
import band.civic.clerk.core.operate.page.PageView.Worker;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Throughput;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.HealthCheck.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts what the registry tells into words.
final class PageMaker {
  private static final int DAYS = 30;
  private static final int SITES = 300;
  private static final List<Part> OUTCOMES = List.of(new Part("with new data", "good"),
      new Part("without news", "calm"), new Part("failed", "bad"));

  private final OperateDesk desk;
  private final Instant now;

  PageMaker(OperateDesk desk) {
    this.desk = desk;
    this.now = desk.clock().instant();
  }

  PageView make(HealthReport health, String formToken) {
    var sites = desk.sites();
    var queues = desk.queues();
    var workers = desk.workers();
    var running = new RunningLines(desk).list();
    var failures = desk.failedJobs();
    var tiles = new Tiles(sites, queues, workers, desk.lastDay()).list();
    return new PageView(HealthJson.word(health.state()), Times.exact(now), concerns(health), tiles, running,
        failures.stream().map(this::failure).toList(), queues.stream().map(queue -> queue(queue, workers)).toList(),
        workers.stream().map(this::worker).toList(), charts(), sites.stream().limit(SITES).map(this::site).toList(),
        Math.max(0, sites.size() - SITES),
        desk.installed().planned().stream().map(this::plan).toList(),
        workers.stream().anyMatch(worker -> !worker.isWorker()), formToken);
  }

  private static List<Concern> concerns(HealthReport health) {
    return health.checks()
        .stream()
        .filter(check -> check.state() != State.HEALTHY)
        .sorted(Comparator.comparing((HealthReport.Check check) -> check.state()).reversed())
        .map(check -> new Concern(HealthJson.word(check.state()), check.name(), List.of(check.message().split("`"))))
        .toList();
  }

  private Failure failure(JobRow job) {
    return new Failure(job.jobId(), job.type(), job.site().map(key -> key.subdomain()).orElse(""),
        "%d of %d".formatted(job.attempts().made() - job.attempts().ofEarlierRounds(), job.attempts()
            .limits()
            .maxAttempts()),
        Times.ago(job.finishedAt(), now, ""), job.error().map(RunError::kind).orElse(""),
        job.error().map(RunError::message).orElse("no message"));
  }

  private Queue queue(QueueState queue, List<WorkerState> workers) {
    return new Queue(queue.queue(), count(queue, JobState.WAITING), count(queue, JobState.QUEUED),
        count(queue, JobState.RUNNING), count(queue, JobState.FAILED),
        queue.oldestDue().map(due -> Times.ago(Optional.of(due), now, "").replace(" ago", "")).orElse("–"),
        workers.stream().anyMatch(worker -> worker.queues().contains(queue.queue())));
  }

  private static String count(QueueState queue, JobState state) {
    var count = queue.count(state);
    return count == 0 ? "–" : "%,d".formatted(count);
  }

  private Worker worker(WorkerState worker) {
    var does = worker.isWorker()
        ? "%d threads for %s".formatted(worker.threads(), String.join(", ", worker.queues()))
        : "the schedule";
    return new Worker(worker.worker(), worker.kind(), worker.host(), does,
        Times.ago(Optional.of(worker.startedAt()), now, ""), Times.ago(Optional.of(worker.heartbeatAt()), now, ""));
  }

  private List<ColumnChart> charts() {
    var days = new Throughput(desk.registry()).list(now, DAYS);
    return List.of(
        ColumnChart.of("Runs", OUTCOMES,
            days.stream()
                .map(day -> new Day(day.date(), List.of(day.loaded(), day.unchanged(), day.failed())))
                .toList()),
        ColumnChart.of("Rows cleaned", List.of(new Part("rows", "accent")),
            days.stream().map(day -> new Day(day.date(), List.of(day.rows()))).toList()));
  }

  private Site site(SiteState site) {
    var dataset = site.dataset();
    return new Site(site.key().subdomain(), site.key().dataType(), site.standing().word(),
        Times.ago(site.lastSuccessAt(), now, "never"), site.lastSuccessAt().map(Times::exact).orElse(""),
        site.standing() == Standing.IDLE ? "–" : Times.due(dataset.flatMap(SiteDataset::nextDueAt), now),
        dataset.flatMap(SiteDataset::published).map(p -> "%,d".formatted(p.summary().recordCount())).orElse("–"),
        dataset.flatMap(SiteDataset::lastError).orElse(""), site.standing() == Standing.IDLE);
  }

  private Plan plan(Planned planned) {
    return new Plan(planned.name(), planned.what(), planned.paused()
        ? "paused"
        : planned.next().isEmpty() ? "–" : Times.due(planned.next().filter(at -> at.isAfter(now.plusSeconds(2))), now),
        planned.next().map(Times::exact).orElse(""), Times.ago(planned.last(), now, "never"), planned.paused());
  }
}
