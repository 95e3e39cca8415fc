package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.operate.OperateDesk;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Compares what the registry says with what is so: runs with their processes, jobs with their workers and children,
/// published files with what was recorded of them. Every cure is one conditional change, so that several may reconcile
/// at once; a second run finds nothing.
public final class Reconciliation {
  private final OperateDesk desk;

  public Reconciliation(OperateDesk desk) {
    this.desk = desk;
  }

  /// Looks, and changes nothing.
  public List<Finding> look() {
    return suspects().map(Suspect::finding).toList();
  }

  /// Looks, and puts right what can be.
  public List<Finding> repair() {
    return suspects().map(Suspect::cured).toList();
  }

  private Stream<Suspect> suspects() {
    var runs = new RunSuspects(desk);
    var jobs = new JobSuspects(desk);
    // one after the other: what one repairs may be what the next would find
    return Stream.<Supplier<List<Suspect>>>of(runs::stuck, runs::orphanedLeases, jobs::lost,
        jobs::lostFanIns, new FileSuspects(desk)::list).flatMap(each -> each.get().stream());
  }
}
