package band.civic.clerk.core.cli.operate.why;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.operate.OperatorsDoor;
import band.civic.clerk.core.config.schedules.ScheduleFile;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.queue.JobBook.Filter;
import band.civic.clerk.core.queue.JobBook;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.schedule.ScheduleBook;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.Pipeline;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Why a site's data of one type are as they are: schedule, queue, worker, last run, file, freshness.
final class DataReasons {
  private final Rooms rooms;
  private final OperateDesk desk;
  private final DatasetKey key;
  private final Instant now;
  private final Optional<SiteState> state;

  DataReasons(Rooms rooms, String subdomain, Pipeline pipeline) {
    this.rooms = rooms;
    this.desk = OperatorsDoor.desk(rooms);
    this.key = new DatasetKey(subdomain, pipeline.dataType());
    this.now = rooms.clock().instant();
    this.state = desk.site(subdomain).stream().filter(site -> site.key().equals(key)).findFirst();
  }

  Reason reason() {
    var isFresh = state.filter(site -> site.standing() == Standing.FRESH).isPresent();
    var reasons = new ArrayList<Reason>();
    reasons.add(schedule());
    reasons.add(due());
    running().ifPresent(reasons::add);
    reasons.add(queue());
    reasons.add(worker());
    reasons.add(lastRun());
    reasons.add(file());
    reasons.add(freshness());
    return isFresh
        // it has fresh data, so whatever is odd stood in nobody's way
        ? new Reason(key.dataType(), reasons.stream()
            .anyMatch(each -> each.what().equals("file")
                && each.verdict() == Reason.Verdict.BAD) ? Reason.Verdict.BAD : Reason.Verdict.GOOD,
            "the data are fresh", "", reasons.stream().map(DataReasons::calm).toList())
        : Reason.of(key.dataType(), state.map(site -> "the data are " + site.standing().word()).orElse("no data yet"),
            reasons);
  }

  private static Reason calm(Reason reason) {
    return reason.verdict() == Reason.Verdict.BAD && !reason.what().equals("file")
        ? new Reason(reason.what(), Reason.Verdict.NOTE, reason.message(), reason.fix(), reason.children())
        : reason;
  }

  private Reason schedule() {
    var memories = new ScheduleBook(desk.registry()).list();
    var serving = ScheduleFile.read(rooms.settings().siteConfigDirectory())
        .stream()
        .filter(entry -> entry.wish().dataType().equals(key.dataType()))
        .filter(entry -> entry.wish().only().isEmpty() || entry.wish().only().contains(key.subdomain()))
        .toList();
    if (serving.isEmpty()) {
      return Reason.bad("schedule", "no schedule refreshes %s".formatted(key.dataType()),
          "Write one into site-config/schedules.yaml (docs/how-to/schedule.md).");
    }
    var going = serving.stream()
        .filter(entry -> Optional.ofNullable(memories.get(entry.name())).filter(memory -> memory.paused()).isEmpty())
        .toList();
    var names = (going.isEmpty() ? serving : going).stream()
        .map(entry -> entry.name())
        .collect(Collectors.joining(", "));
    if (going.isEmpty()) {
      return Reason.bad("schedule", "%s is paused".formatted(names), "`clerk schedule resume %s`.".formatted(serving
          .getFirst()
          .name()));
    }
    return desk.workers().stream().anyMatch(worker -> !worker.isWorker())
        ? Reason.good("schedule", "%s refreshes it and a scheduler runs".formatted(names))
        : Reason.bad("schedule", "%s would refresh it, but no scheduler runs".formatted(names),
            "Start `clerk schedule run`, or have cron call `clerk schedule fire`.");
  }

  private Reason due() {
    var due = state.flatMap(SiteState::dataset).flatMap(SiteDataset::nextDueAt);
    return Reason.note("due", due.filter(now::isBefore)
        .map(at -> "again %s (%s)".formatted(Times.due(due, now), Times.exact(at)))
        .orElse("now"));
  }

  private Optional<Reason> running() {
    return desk.runs()
        .stream()
        .filter(run -> run.run().key().equals(key))
        .findFirst()
        .map(run -> run.isLive()
            ? Reason.note("run", "%s is under way since %s: %s".formatted(run.run().runId(), run.run().startedAt(),
                run.steps()))
            : Reason.bad("run", "%s counts as running, but its process gave no sign".formatted(run.run().runId()),
                "`clerk reconcile` writes it off."));
  }

  private Reason queue() {
    var jobs = new JobBook(desk.registry());
    var live = jobs.listLive(key);
    if (!live.isEmpty()) {
      var job = live.getFirst();
      return Reason.note("queue", "job %s (%s) is %s, due %s".formatted(job.jobId(), job.type(), job.state().text(),
          Times.due(Optional.of(job.runAfter()), now)));
    }
    var failed = new Filter(Set.of(JobState.FAILED), Optional.empty(), Optional.of(key.subdomain()), Optional.empty(),
        20);
    return jobs.listJobs(failed)
        .stream()
        .filter(job -> job.site().equals(Optional.of(key)))
        .findFirst()
        .map(
            DataReasons::deadLetter)
        .orElseGet(() -> Reason.note("queue", "no job waits for it"));
  }

  private static Reason deadLetter(JobRow job) {
    return Reason.bad("queue",
        "job %s used up its attempts: %s".formatted(job.jobId(), job.error()
            .map(RunError::message)
            .orElse("no message")),
        "Remove the cause, then `clerk jobs retry %s`.".formatted(job.jobId()));
  }

  private Reason worker() {
    var draining = desk.workers()
        .stream()
        .filter(worker -> worker.queues().contains(key.dataType()))
        .map(worker -> worker.worker())
        .toList();
    return draining.isEmpty()
        ? Reason.bad("worker", "no worker drains the queue " + key.dataType(), "Start `clerk worker %s`.".formatted(key
            .dataType()))
        : Reason.good("worker", "%s drains the queue %s".formatted(String.join(", ", draining), key.dataType()));
  }

  private Reason lastRun() {
    var dataset = state.flatMap(SiteState::dataset);
    var error = dataset.flatMap(SiteDataset::lastError);
    if (error.isPresent()) {
      return Reason.bad("last run", "failed %s, last: %s".formatted(
          Times.inARow(dataset.orElseThrow().consecutiveFailures()), error.get()),
          "`clerk %s etl %s` tries it now; `clerk status %s` lists the runs.".formatted(key.dataType(), key.subdomain(),
              key.subdomain()));
    }
    return dataset.flatMap(SiteDataset::lastAttemptAt)
        .map(at -> Reason.good("last run", "began %s and did not fail".formatted(Times.ago(Optional.of(at), now, ""))))
        .orElseGet(() -> Reason.note("last run", "there was none yet"));
  }

  private Reason file() {
    var published = state.flatMap(SiteState::dataset).flatMap(SiteDataset::published);
    if (published.isEmpty()) {
      return Reason.note("file", "nothing is published");
    }
    var file = desk.storage().resolve(published.get().file());
    return Files.isRegularFile(file)
        ? Reason.good("file", "%s, %,d records".formatted(published.get().file(), published.get()
            .summary()
            .recordCount()))
        : Reason.bad("file", published.get().file() + " is recorded but not there",
            "`clerk reconcile` has it loaded again.");
  }

  private Reason freshness() {
    var seen = state.flatMap(SiteState::lastSuccessAt);
    if (seen.isEmpty()) {
      return Reason.note("freshness", "no run has looked at the source yet");
    }
    var message = "a run last looked at the source " + Times.ago(seen, now, "");
    return state.filter(site -> site.standing() == Standing.STALE).isPresent()
        ? Reason.bad("freshness", message + ", which is too long ago", "")
        : Reason.good("freshness", message);
  }
}
