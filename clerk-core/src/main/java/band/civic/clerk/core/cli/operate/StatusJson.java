package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.alert.Alert;
import band.civic.clerk.core.operate.alert.AlertBook;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.UnderWay;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import java.util.LinkedHashMap;
import java.util.Map;

/// How all stands, for programs.
final class StatusJson {

  private StatusJson() {}

  static Map<String, Object> of(OperateDesk desk) {
    var day = desk.lastDay();
    var json = new LinkedHashMap<String, Object>();
    json.put("timestamp", desk.clock().instant());
    json.put("sites", desk.sites().stream().map(StatusJson::site).toList());
    json.put("alerts", new AlertBook(desk.registry()).listOpen().stream().map(StatusJson::alert).toList());
    json.put("queues", desk.queues().stream().map(StatusJson::queue).toList());
    json.put("workers", desk.workers().stream().map(StatusJson::worker).toList());
    json.put("running", desk.runs().stream().map(StatusJson::run).toList());
    json.put("failed_jobs", desk.failedJobs().stream().map(StatusJson::job).toList());
    json.put("last_day", Map.of("succeeded", day.succeeded(), "failed", day.failed()));
    return json;
  }

  static Map<String, Object> site(SiteState site) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subdomain", site.key().subdomain());
    json.put("data_type", site.key().dataType());
    json.put("standing", site.standing().word());
    json.put("last_success_at", site.lastSuccessAt());
    json.put("last_attempt_at", site.dataset().flatMap(SiteDataset::lastAttemptAt));
    json.put("next_due_at", site.dataset().flatMap(SiteDataset::nextDueAt));
    json.put("consecutive_failures", site.dataset().map(SiteDataset::consecutiveFailures).orElse(0L));
    json.put("record_count", site.dataset()
        .flatMap(SiteDataset::published)
        .map(published -> published.summary().recordCount()));
    json.put("last_error", site.dataset().flatMap(SiteDataset::lastError));
    return json;
  }

  private static Map<String, Object> alert(Alert alert) {
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", alert.concern().kind());
    json.put("subject", alert.concern().subject());
    json.put("message", alert.concern().message());
    json.put("opened_at", alert.openedAt());
    return json;
  }

  private static Map<String, Object> queue(QueueState queue) {
    var json = new LinkedHashMap<String, Object>();
    json.put("queue", queue.queue());
    for (var state : new JobState[]{JobState.WAITING, JobState.QUEUED, JobState.RUNNING, JobState.FAILED}) {
      json.put(state.text(), queue.count(state));
    }
    json.put("oldest_due_at", queue.oldestDue());
    return json;
  }

  private static Map<String, Object> worker(WorkerState worker) {
    var json = new LinkedHashMap<String, Object>();
    json.put("worker", worker.worker());
    json.put("kind", worker.kind());
    json.put("host", worker.host());
    json.put("pid", worker.pid());
    json.put("queues", worker.queues());
    json.put("threads", worker.threads());
    json.put("address", worker.address());
    json.put("started_at", worker.startedAt());
    json.put("heartbeat_at", worker.heartbeatAt());
    return json;
  }

  static Map<String, Object> run(UnderWay run) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run_id", run.run().runId());
    json.put("subdomain", run.run().key().subdomain());
    json.put("data_type", run.run().key().dataType());
    json.put("command", run.run().command());
    json.put("started_at", run.run().startedAt());
    json.put("live", run.isLive());
    json.put("tasks_ended", run.ended());
    json.put("tasks", run.steps().stream().map(StatusJson::step).toList());
    return json;
  }

  private static Map<String, Object> step(UnderWay.Step step) {
    var json = new LinkedHashMap<String, Object>();
    json.put("task", step.task());
    json.put("doing", step.doing());
    json.put("done", step.done());
    json.put("total", step.total());
    json.put("started_at", step.startedAt());
    return json;
  }

  static Map<String, Object> job(JobRow job) {
    var json = new LinkedHashMap<String, Object>();
    json.put("job_id", job.jobId());
    json.put("type", job.type());
    json.put("queue", job.queue());
    json.put("state", job.state().text());
    json.put("subdomain", job.site().map(key -> key.subdomain()));
    json.put("run_id", job.runId());
    json.put("attempt", job.attempts().made());
    json.put("finished_at", job.finishedAt());
    json.put("error_kind", job.error().map(RunError::kind));
    json.put("error_message", job.error().map(RunError::message));
    return json;
  }
}
