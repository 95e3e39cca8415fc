package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.RunBook;
import java.util.List;

/// Runs whose process is gone, and sites that are held by runs that have ended.
final class RunSuspects {
  private final OperateDesk desk;
  private final RunBook book;
  private final SiteDatasets datasets;

  RunSuspects(OperateDesk desk) {
    this.desk = desk;
    this.book = new RunBook(desk.registry(), DuePolicy.daily(() -> 0.5));
    this.datasets = new SiteDatasets(desk.registry());
  }

  List<Suspect> stuck() {
    var now = desk.clock().instant();
    return book.listRunning()
        .stream()
        .filter(run -> !run.isLive(now))
        .map(run -> Suspect.of("stuck-run", run.runId(),
            "%s of %s counts as running since %s, but process %d on %s is gone or gave no sign: it is written off."
                .formatted(run.command(), run.key().subdomain(), run.startedAt(), run.holder().pid(),
                    run.holder().host()),
            () -> book.writeOff(run.runId(), desk.clock().instant())))
        .toList();
  }

  List<Suspect> orphanedLeases() {
    return datasets.listOrphaned()
        .stream()
        .map(dataset -> Suspect.of("orphaned-lease", dataset.key().subdomain() + "/" + dataset.key().dataType(),
            "it is held by run %s, which has ended: it is let go.".formatted(dataset.claimedBy().orElse("?")),
            () -> datasets.releaseOrphan(dataset.key())))
        .toList();
  }
}
