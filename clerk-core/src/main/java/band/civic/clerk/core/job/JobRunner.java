package band.civic.clerk.core.job;

import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.pipeline.TaskPlan;
import band.civic.clerk.core.site.DueSites.Scope;
import band.civic.clerk.core.site.DueSites;
import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.Opening;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.util.List;
import java.util.Optional;

/// Runs a pipeline or a job for a site: the one door, for the command line and whoever else wants something run. It is
/// the only writer of what is known of a site's data.
public final class JobRunner {
  private final RunDesk desk;

  public JobRunner(RunDesk desk) {
    this.desk = desk;
  }

  /// What a run would do. Touches nothing.
  public TaskPlan plan(RunRequest request) {
    return Plans.of(request, desk);
  }

  /// Runs now, or says which run is in the way.
  public RunOutcome run(RunRequest request, Watch watch) {
    // somebody else may take the site and leave it between looking and taking
    return open(request, watch, false).or(() -> open(request, watch, false)).orElseThrow();
  }

  /// Runs if the site is still due and nobody else is at it.
  public Optional<RunOutcome> runIfDue(RunRequest request, Watch watch) {
    return open(request, watch, true).filter(outcome -> outcome.state() != State.REFUSED);
  }

  /// The most urgent sites that are due for this work and that nobody is at.
  public List<String> listDue(Work work, int limit) {
    return new DueSites(desk.registry()).list(Scope.of(work.name()), desk.clock().instant(), limit);
  }

  private Optional<RunOutcome> open(RunRequest request, Watch watch, boolean onlyIfDue) {
    var run = desk.newRun(request.key(), request.how().command(), request.options(), request.caller())
        .withOnlyIfDue(onlyIfDue);
    return switch (desk.runs().open(run)) {
      case Opening.Opened(var held, var before) -> Optional.of(
          new Performance(desk, request, watch, held).perform(before));
      case Opening.Busy(var live) -> Optional.of(refused(request, live));
      case Opening.Missed() -> Optional.empty();
    };
  }

  private static RunOutcome refused(RunRequest request, RunRow live) {
    var failure = busy(live);
    return new RunOutcome(live.runId(), request.key(), State.REFUSED, List.of(), Optional.empty(),
        Optional.of(failure), failure.exitCode(), Optional.empty(), List.of());
  }

  static SourceUnavailable busy(RunRow live) {
    var process = "process %d on %s".formatted(live.holder().pid(), live.holder().host());
    return new SourceUnavailable(
        "%s: run %s (%s) is under way since %s in %s. Wait until it has ended, or stop it, then try again."
            .formatted(live.key().subdomain(), live.runId(), live.command(), live.startedAt(), process));
  }
}
