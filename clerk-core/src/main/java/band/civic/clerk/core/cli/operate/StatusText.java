package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.alert.AlertBook;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.UnderWay;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How all stands, for people.
final class StatusText {
  private static final int SITES = 20;
  private static final int FAILURES = 10;

  private final OperateDesk desk;
  private final Instant now;
  private final StringBuilder text = new StringBuilder();

  private StatusText(OperateDesk desk) {
    this.desk = desk;
    this.now = desk.clock().instant();
  }

  static String of(OperateDesk desk) {
    return new StatusText(desk).write();
  }

  private String write() {
    var sites = desk.sites();
    line("Sites    " + standings(sites));
    line("Workers  " + workers());
    var day = desk.lastDay();
    line("Runs     %d of the last day, %d failed".formatted(day.total(), day.failed()));
    section("Alerts", alerts());
    section("Queues", queues());
    section("Running", running());
    section("Not fresh", notFresh(sites));
    section("Failed jobs (clerk jobs failed)", failures());
    return text.toString().stripTrailing();
  }

  private static String standings(List<SiteState> sites) {
    var counts = sites.stream().collect(Collectors.groupingBy(SiteState::standing, Collectors.counting()));
    return sites.isEmpty()
        ? "none; `clerk site import --from-config --all` registers the reviewed ones"
        : Arrays.stream(Standing.values())
            .filter(counts::containsKey)
            .map(standing -> counts.get(standing) + " " + standing.word())
            .collect(Collectors.joining(", "));
  }

  private String workers() {
    var workers = desk.workers();
    return workers.isEmpty()
        ? "none; start `clerk worker --all`"
        : workers.stream().map(StatusText::worker).collect(Collectors.joining("%n         ".formatted()));
  }

  private static String worker(WorkerState worker) {
    var does = worker.isWorker()
        ? "%d threads for %s".formatted(worker.threads(), String.join(", ", worker.queues()))
        : "scheduler";
    return "%s: %s%s".formatted(worker.worker(), does, worker.address().map(at -> ", page " + at).orElse(""));
  }

  private String alerts() {
    var open = new AlertBook(desk.registry()).listOpen();
    return open.isEmpty()
        ? "none"
        : open.stream()
            .map(alert -> "%s %s, since %s: %s".formatted(alert.concern().kind(), alert.concern().subject(),
                Times.exact(alert.openedAt()), alert.concern().message()))
            .collect(Collectors.joining("\n"));
  }

  private String queues() {
    var table = TextTable.of("QUEUE", "WAITING", "QUEUED", "RUNNING", "FAILED", "OLDEST");
    desk.queues()
        .forEach(queue -> table.add(queue.queue(), queue.count(JobState.WAITING), queue.count(JobState.QUEUED),
            queue.count(JobState.RUNNING), queue.count(JobState.FAILED), Times.ago(queue.oldestDue(), now, "-")));
    return table.toString();
  }

  private String running() {
    var table = TextTable.of("SITE", "RUN", "COMMAND", "SINCE", "DOING");
    var runs = desk.runs();
    runs.forEach(run -> table.add(run.run().key().subdomain(), run.run().runId(), run.run().command(),
        Times.ago(Optional.of(run.run().startedAt()), now, ""), doing(run)));
    return runs.isEmpty() ? "nothing" : table.toString();
  }

  static String doing(UnderWay run) {
    return run.isLive()
        ? run.steps().stream().map(UnderWay.Step::toString).collect(Collectors.joining("; "))
        : "gone: its process gave no sign; `clerk reconcile` writes it off";
  }

  private String notFresh(List<SiteState> sites) {
    var bad = sites.stream()
        .filter(site -> site.standing() == Standing.STALE || site.standing() == Standing.FAILING)
        .toList();
    var table = TextTable.of("SITE", "DATA", "STANDING", "LAST SUCCESS", "NEXT DUE", "LAST ERROR");
    bad.stream()
        .limit(SITES)
        .forEach(site -> table.add(site.key().subdomain(), site.key().dataType(), site.standing().word(),
            Times.ago(site.lastSuccessAt(), now, "never"),
            Times.due(site.dataset().flatMap(SiteDataset::nextDueAt), now),
            site.dataset().flatMap(SiteDataset::lastError).orElse("-")));
    var more = bad.size() > SITES ? "%n… and %d more".formatted(bad.size() - SITES) : "";
    return bad.isEmpty() ? "none" : table + more;
  }

  private String failures() {
    var jobs = desk.failedJobs();
    var table = TextTable.of("JOB", "TYPE", "SITE", "WHEN", "ERROR");
    jobs.stream()
        .limit(FAILURES)
        .forEach(job -> table.add(job.jobId(), job.type(), job.site().map(key -> key.subdomain()).orElse("-"),
            Times.ago(job.finishedAt(), now, "-"), job.error().map(RunError::message).orElse("-")));
    return jobs.isEmpty() ? "none" : table.toString();
  }

  private void section(String title, String body) {
    line("");
    line(title);
    body.lines().forEach(each -> line("  " + each));
  }

  private void line(String each) {
    text.append(each).append(System.lineSeparator());
  }
}
