package band.civic.clerk.core.operate.alert;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.alert.Alert.Concern;
import band.civic.clerk.core.operate.state.RowChanges;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.WorkerState;
import band.civic.clerk.core.queue.JobBook.QueueState;
import band.civic.clerk.core.queue.JobState;
import band.civic.clerk.core.site.SiteDataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is wrong at this moment.
final class AlertRules {
  static final String SITE_STALE = "site-stale";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OperateDesk desk;

  AlertRules(OperateDesk desk) {
    this.desk = desk;
  }

  List<Concern> list() {
    var concerns = new ArrayList<Concern>();
    desk.sites().stream().filter(site -> site.standing() == Standing.STALE).map(this::stale).forEach(concerns::add);
    failureRate(concerns);
    new RowChanges(desk.registry()).listFalls(desk.settings().fallPercent())
        .forEach(fall -> concerns.add(new Concern("rows-fell", fall.key().subdomain() + "/" + fall.key().dataType(),
            "The last load has %,d records, the one before had %,d. See whether the source lost data; `clerk %s rollback %s` brings the earlier file back."
                .formatted(fall.now(), fall.before(), fall.key().dataType(), fall.key().subdomain()))));
    var workers = desk.workers();
    for (var queue : desk.queues()) {
      deadLetters(queue, concerns);
      noWorker(queue, workers, concerns);
    }
    return concerns;
  }

  private Concern stale(SiteState site) {
    var seen = site.lastSuccessAt().map(at -> "since " + at).orElse("ever");
    var error = site.dataset().flatMap(SiteDataset::lastError).map(text -> " Last error: " + text).orElse("");
    return new Concern(SITE_STALE, site.key().subdomain() + "/" + site.key().dataType(),
        "No run has looked at the source %s (limit %d h). `clerk why %s` tells why.%s".formatted(seen,
            desk.settings().staleAfter().toHours(), site.key().subdomain(), error));
  }

  private void failureRate(List<Concern> concerns) {
    var day = desk.lastDay();
    if (day.areAlarming(desk.settings().failurePercent())) {
      concerns.add(new Concern("failure-rate", "all",
          "%d of %d runs of the last day failed (limit %d %%). `clerk status` names them."
              .formatted(day.failed(), day.total(), desk.settings().failurePercent())));
    }
  }

  private static void deadLetters(QueueState queue, List<Concern> concerns) {
    if (queue.count(JobState.FAILED) > 0) {
      concerns.add(new Concern("dead-letters", queue.queue(),
          "%s used up all attempts. `clerk jobs failed` tells why; retry or drop them."
              .formatted(Times.count(queue.count(JobState.FAILED), "job"))));
    }
  }

  private void noWorker(QueueState queue, List<WorkerState> workers, List<Concern> concerns) {
    var waitsLong = queue.oldestDue()
        .filter(due -> due.plus(PATIENCE).isBefore(desk.clock().instant()))
        .isPresent();
    if (waitsLong && workers.stream().noneMatch(worker -> worker.queues().contains(queue.queue()))) {
      concerns.add(new Concern("no-worker", queue.queue(),
          "%s queued and no worker drains the queue. Start `clerk worker %s`."
              .formatted(Times.count(queue.count(JobState.QUEUED), "job"), queue.queue())));
    }
  }
}
