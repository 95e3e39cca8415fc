package band.civic.clerk.core.worker;

import band.civic.clerk.core.queue.ClaimedJob;
import band.civic.clerk.core.worker.RunningJob.Ended;
import band.civic.clerk.core.worker.RunningJob.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Tells a watcher of jobs: of sites' jobs all, of the host's own, which come every few minutes, only what went wrong.
final class Telling {

  private Telling() {}

  /// `alameda.ca finance.etl`, `reconcile`.
  static String name(ClaimedJob job) {
    return job.site().map(site -> site.subdomain() + " ").orElse("") + job.type();
  }

  static void begin(ClaimedJob job) {
    if (job.site().isPresent()) {
      Milestones.tell(name(job) + " begins" + (job.attempt() > 1 ? ", attempt " + job.attempt() : ""));
    }
  }

  static void end(Ended ended) {
    var job = ended.job().job();
    what(ended)
        .ifPresent(what -> Milestones.tell("%s %s (%s)".formatted(name(job), what, time(ended.job().elapsed()))));
  }

  private static Optional<String> what(Ended ended) {
    var job = ended.job();
    return switch (ended.outcome()) {
      case Outcome.Returned(JobResult.Done(var facts)) -> job.job().site().map(_ -> news(job.job().type(), facts));
      case Outcome.Returned(JobResult.NotNow later) -> Optional.of("waits: " + later.reason());
      case Outcome.Threw(var failure) when job.stopped().isEmpty() -> Optional.of("%s: %s".formatted(
          job.job().lastAttempt() || !Verdicts.mayPass(failure)
              ? "failed for good"
              : "failed and is tried again",
          String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
      case Outcome.Threw _,Outcome.Stuck _ -> Optional.of("was stopped");
    };
  }

  private static String news(String type, Map<String, String> facts) {
    var rows = facts.getOrDefault("rows_changed", "0");
    return "unchanged".equals(facts.get("state")) || "0".equals(rows)
        ? "is done, nothing new"
        : ("deploy".equals(type) ? "is done, %,d files" : "is done, %,d rows changed").formatted(Long.parseLong(rows));
  }

  private static String time(Duration elapsed) {
    return elapsed.toSeconds() < 60
        ? "%d.%d s".formatted(elapsed.toSeconds(), elapsed.toMillisPart() / 100)
        : "%d min %d s".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
