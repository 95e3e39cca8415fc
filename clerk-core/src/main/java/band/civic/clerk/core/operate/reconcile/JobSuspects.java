package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.queue.JobRow;
import band.civic.clerk.core.queue.JobRepairs;
import java.util.List;

/// Jobs whose worker is gone, and jobs that wait for children that have all ended.
final class JobSuspects {
  private final JobRepairs repairs;

  JobSuspects(OperateDesk desk) {
    this.repairs = new JobRepairs(desk.registry(), desk.clock());
  }

  List<Suspect> lost() {
    return repairs.listLost()
        .stream()
        .map(job -> Suspect.of("lost-job", job.jobId(),
            "%s is held by worker %s, which gave no sign: it is tried again."
                .formatted(job.type(), job.hold().map(JobRow.Hold::worker).orElse("?")),
            () -> repairs.releaseLost(job.jobId())))
        .toList();
  }

  List<Suspect> lostFanIns() {
    return repairs.listMiscounted()
        .stream()
        .map(job -> Suspect.of("lost-fan-in", job.jobId(),
            "%s waits for %d jobs that are not there any more: it is counted again.".formatted(job.type(),
                job.openChildren()),
            () -> repairs.recount(job.jobId())))
        .toList();
  }
}
