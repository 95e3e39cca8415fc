package band.civic.clerk.core.operate.page;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.page.PageView.Running;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.operate.state.UnderWay.Step;
import band.civic.clerk.core.operate.state.UnderWay;
import band.civic.clerk.core.queue.JobRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What is under way: runs, whoever began them, and jobs that make no run.
final class RunningLines {
  private final OperateDesk desk;
  private final Instant now;

  RunningLines(OperateDesk desk) {
    this.desk = desk;
    this.now = desk.clock().instant();
  }

  List<Running> list() {
    var runs = desk.runs();
    var ids = runs.stream().map(run -> run.run().runId()).collect(Collectors.toSet());
    var lines = new ArrayList<>(runs.stream().map(this::run).toList());
    desk.runningJobs().stream().filter(job -> !ids.contains(job.runId())).map(this::job).forEach(lines::add);
    return lines;
  }

  private Running run(UnderWay run) {
    var row = run.run();
    var percents = run.steps().stream().map(Step::percent).filter(OptionalInt::isPresent).toList();
    var doing = run.steps().isEmpty()
        ? "%d tasks ended".formatted(run.ended())
        : run.steps().stream().map(Step::toString).collect(Collectors.joining("; "));
    return new Running(row.key().subdomain(), row.command(), since(Optional.of(row.startedAt())),
        run.isLive() ? doing : "its process gave no sign; clerk reconcile writes it off",
        percents.size() == 1 ? percents.getFirst() : OptionalInt.empty(), !run.isLive());
  }

  private Running job(JobRow job) {
    return new Running(job.site().map(key -> key.subdomain()).orElse("host"), job.type(), since(job.startedAt()),
        "with " + job.hold().map(JobRow.Hold::worker).orElse("a worker"), OptionalInt.empty(), false);
  }

  private String since(Optional<Instant> at) {
    return Times.ago(at, now, "").replace(" ago", "");
  }
}
