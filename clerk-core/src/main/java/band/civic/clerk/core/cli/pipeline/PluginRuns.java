package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.view.ProgressView;
import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.job.Work;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.pipeline.TaskSelection;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext.PipelineRun;
import band.civic.clerk.spi.PluginContext.RunResult;
import java.io.PrintWriter;
import java.util.Optional;

/// Runs pipelines for commands that plugins bring.
///
/// @param rooms where sites and runs are
public record PluginRuns(Rooms rooms) {

  /// Runs now, or says which run is in the way.
  ///
  /// @throws BadConfiguration when there is no such pipeline
  public RunResult run(PipelineRun wish, Optional<PrintWriter> progress) {
    var watch = new Watch(new ProgressBoard(), new Cancellation());
    RunOutcome outcome;
    try (var _ = Interrupts.on(watch.cancellation());
        var _ = ProgressView.show(watch.board(), progress.filter(_ -> !rooms.options().quiet()), rooms.clock())) {
      outcome = rooms.jobs().run(request(wish), watch);
    }
    return new RunResult(outcome.runId(), outcome.state() == RunOutcome.State.REFUSED, outcome.exitCode(),
        outcome.failure());
  }

  private RunRequest request(PipelineRun wish) {
    var pipeline = pipeline(wish.dataType());
    var site = rooms.sites().getOrImport(wish.subdomain());
    var selection = TaskSelection.all().withOnly(wish.tasks()).withForce(wish.options().containsKey("force"));
    return new RunRequest(Work.of(pipeline.value(), pipeline.version()), site, selection, wish.options(),
        new RunRequest.How(wish.command(), 1, false));
  }

  private Contributed<Pipeline> pipeline(String dataType) {
    return rooms.plugins()
        .pipelines()
        .stream()
        .filter(pipeline -> pipeline.value().dataType().equals(dataType))
        .findFirst()
        .orElseThrow(() -> new BadConfiguration("No plugin brings a pipeline for " + dataType));
  }
}
