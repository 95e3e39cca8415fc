package band.civic.clerk.core.pipeline;

import band.civic.clerk.core.pipeline.TaskPlan.Step;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.spi.ClerkException.Cancelled;
import band.civic.clerk.spi.TaskReport;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// One task on its thread; puts itself into a queue when it ends.
final class Attempt extends FutureTask<TaskReport> {
  private final Step step;
  private final String reason;
  private final Instant startedAt;
  private final BlockingQueue<Attempt> ended;

  Attempt(Step step, Decision decision, Callable<TaskReport> work, Start start) {
    super(work);
    this.step = step;
    this.reason = decision.reason();
    this.startedAt = start.at;
    this.ended = start.ended;
  }

  /// When it began and where it is to be put when it ended.
  record Start(Instant at, BlockingQueue<Attempt> ended) {}

  Step step() {
    return step;
  }

  @Override
  protected void done() {
    ended.add(this);
  }

  /// What became of it. One that is still running is given up.
  TaskResult result(boolean cancelled, Instant now) {
    return switch (state()) {
      case SUCCESS -> result(Outcome.SUCCEEDED, resultNow(), Optional.empty(), now);
      case FAILED -> result(cancelled || exceptionNow() instanceof Cancelled ? Outcome.CANCELLED : Outcome.FAILED,
          TaskReport.empty(), Optional.of(exceptionNow()), now);
      case RUNNING, CANCELLED -> result(Outcome.CANCELLED, TaskReport.empty(), Optional.empty(), now);
    };
  }

  private TaskResult result(Outcome outcome, TaskReport report, Optional<Throwable> failure, Instant now) {
    return new TaskResult(step.task(), outcome, reason, report, failure, true, startedAt, now);
  }
}
