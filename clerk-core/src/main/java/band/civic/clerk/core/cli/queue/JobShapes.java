package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.queue.JobBook.Attempt;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How jobs look: lines for people, documents for programs.
final class JobShapes {
  private static final int LONGEST = 80;

  private JobShapes() {}

  static List<String> table(List<JobRow> jobs) {
    var table = TextTable.of("JOB", "TYPE", "SITE", "STATE", "ATTEMPT", "SINCE", "ABOUT");
    jobs.forEach(job -> table.add(job.jobId(), job.type(), site(job).orElse("-"), job.state().text(),
        job.attempts().made() - job.attempts().ofEarlierRounds() + "/" + job.attempts().limits().maxAttempts(),
        since(job), about(job)));
    return table.toString().lines().toList();
  }

  static List<String> lines(JobRow job, List<Attempt> attempts, List<JobRow> children) {
    var lines = new ArrayList<String>();
    lines.add("%s  %s%s: %s".formatted(job.jobId(), job.type(), site(job).map(" "::concat).orElse(""),
        job.state().text()));
    lines.add("Queue:     %s, %s priority, created %s by %s".formatted(job.queue(), job.priority(),
        job.origin().createdAt(), job.origin().createdBy()));
    lines.add("Run:       " + job.runId());
    lines.add("Limits:    %d attempts of at most %d s".formatted(job.attempts().limits().maxAttempts(),
        job.attempts().limits().timeout().toSeconds()));
    facts("Arguments: ", job.arguments()).ifPresent(lines::add);
    facts("Result:    ", job.result()).ifPresent(lines::add);
    job.parentId().ifPresent(parent -> lines.add("Awaited:   by " + parent));
    job.hold()
        .filter(_ -> job.state() == JobState.RUNNING)
        .ifPresent(hold -> lines.add(
            "Worker:    %s, last sign %s".formatted(hold.worker(), hold.heartbeatAt())));
    if (job.state() == JobState.QUEUED) {
      lines.add("Due:       " + job.runAfter());
    }
    job.error().ifPresent(error -> lines.add("Error:     %s: %s".formatted(error.kind(), error.message())));
    if (!attempts.isEmpty()) {
      lines.addAll(attempts(attempts));
    }
    if (!children.isEmpty()) {
      lines.add("Waits for %d of %d jobs:".formatted(job.openChildren(), children.size()));
      lines.addAll(table(children));
    }
    return lines;
  }

  static Map<String, Object> json(JobRow job) {
    var document = new LinkedHashMap<String, Object>();
    document.put("job_id", job.jobId());
    document.put("type", job.type());
    document.put("queue", job.queue());
    document.put("subdomain", site(job));
    document.put("data_type", job.site().filter(DatasetKey::isDataType).map(DatasetKey::dataType));
    document.put("state", job.state().text());
    document.put("priority", job.priority().toString());
    document.put("attempt", job.attempts().made());
    document.put("max_attempts", job.attempts().limits().maxAttempts());
    document.put("run_id", job.runId());
    document.put("run_after", job.runAfter());
    document.put("worker", job.hold().map(JobRow.Hold::worker));
    document.put("heartbeat_at", job.hold().map(JobRow.Hold::heartbeatAt));
    document.put("parent_id", job.parentId());
    document.put("open_children", job.openChildren());
    document.put("arguments", new TreeMap<>(job.arguments()));
    document.put("result", new TreeMap<>(job.result()));
    document.put("error", job.error().map(JobShapes::json));
    document.put("created_by", job.origin().createdBy());
    document.put("created_at", job.origin().createdAt());
    document.put("started_at", job.startedAt());
    document.put("finished_at", job.finishedAt());
    return document;
  }

  static Map<String, Object> json(JobRow job, List<Attempt> attempts, List<JobRow> children) {
    var document = json(job);
    document.put("attempts", attempts.stream().map(JobShapes::json).toList());
    document.put("children", children.stream().map(JobRow::jobId).toList());
    return document;
  }

  private static Map<String, Object> json(Attempt attempt) {
    var document = new LinkedHashMap<String, Object>();
    document.put("attempt", attempt.attempt());
    document.put("worker", attempt.worker());
    document.put("state", attempt.state());
    document.put("started_at", attempt.startedAt());
    document.put("finished_at", attempt.finishedAt());
    document.put("error", attempt.error().map(JobShapes::json));
    return document;
  }

  private static Map<String, Object> json(RunError error) {
    var document = new LinkedHashMap<String, Object>();
    document.put("kind", error.kind());
    document.put("message", error.message());
    return document;
  }

  private static List<String> attempts(List<Attempt> attempts) {
    var table = TextTable.of("ATTEMPT", "WORKER", "STATE", "STARTED", "FINISHED", "ERROR");
    attempts.forEach(each -> table.add(each.attempt(), each.worker(), each.state(), each.startedAt(),
        each.finishedAt().map(Instant::toString).orElse("-"), each.error().map(JobShapes::shortened).orElse("-")));
    return table.toString().lines().toList();
  }

  private static Optional<String> site(JobRow job) {
    return job.site().map(DatasetKey::subdomain);
  }

  private static Instant since(JobRow job) {
    return switch (job.state()) {
      case WAITING, QUEUED -> job.origin().createdAt();
      case RUNNING -> job.startedAt().orElse(job.origin().createdAt());
      case SUCCEEDED, FAILED, CANCELLED -> job.finishedAt().orElse(job.origin().createdAt());
    };
  }

  private static String about(JobRow job) {
    var error = job.error().map(JobShapes::shortened);
    return switch (job.state()) {
      case WAITING -> "for %d jobs".formatted(job.openChildren());
      case QUEUED -> "due " + job.runAfter() + error.map(" after "::concat).orElse("");
      case RUNNING -> job.hold().map(JobRow.Hold::worker).orElse("");
      case SUCCEEDED -> facts("", job.result()).orElse("");
      case FAILED, CANCELLED -> error.orElse("");
    };
  }

  private static String shortened(RunError error) {
    var text = error.kind() + ": " + error.message();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static Optional<String> facts(String label, Map<String, String> facts) {
    var text = new TreeMap<>(facts).toString();
    return facts.isEmpty() ? Optional.empty() : Optional.of(label + text.substring(1, text.length() - 1));
  }
}
