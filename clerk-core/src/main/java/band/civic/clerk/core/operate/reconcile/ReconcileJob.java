package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.reconcile.Finding.Outcome;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobResult;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// The host's job `reconcile`: what `clerk reconcile` does.
public final class ReconcileJob {
  private static final Limits LIMITS = new Limits(Duration.ofHours(2), 3);

  private ReconcileJob() {}

  /// The type of job.
  public static JobKind kind(Supplier<OperateDesk> desk) {
    return JobKind.of("reconcile", "operate", LIMITS, _ -> {
      new Pruning(desk.get()).prune();
      var findings = new Reconciliation(desk.get()).repair();
      var repaired = findings.stream().filter(finding -> finding.outcome() == Outcome.REPAIRED).count();
      var left = findings.stream().filter(Finding::isOpen).count();
      return new JobResult.Done(Map.of("repaired", String.valueOf(repaired), "left", String.valueOf(left)));
    }).withDescription("Find what a crash left behind, and put it right.");
  }
}
