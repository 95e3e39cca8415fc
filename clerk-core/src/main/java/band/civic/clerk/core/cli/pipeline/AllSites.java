package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.pipeline.view.OutcomeJson;
import band.civic.clerk.core.cli.pipeline.view.OutcomeView;
import band.civic.clerk.core.cli.pipeline.view.ProgressView;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.site.RegisteredSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// `--all`: one run for each site, several side by side if that was asked for. Whatever becomes of one, the next goes on.
///
/// @param runs what was typed
/// @param watch who looks on, and who may stop it
record AllSites(SiteRuns runs, Watch watch) {

  /// @return the exit code: the worst of all runs
  int run(List<RegisteredSite> sites) {
    var console = runs.console();
    if (sites.isEmpty()) {
      console.say("No registered site has anything for " + runs.order().work().name()
          + ". `clerk site list` shows the sites; `clerk site new` and `clerk site import` make some.");
    }
    var outcomes = outcomes(sites);
    var worst = outcomes.stream().map(RunOutcome::exitCode).reduce(ExitCodes.OK, ExitCodes::worst);
    var exitCode = watch.cancellation().isRequested() ? ExitCodes.CANCELLED : worst;
    console.print(() -> List.of(summary(outcomes, sites.size())),
        () -> OutcomeJson.of(runs.order().work().name(), outcomes, exitCode));
    return exitCode;
  }

  private List<RunOutcome> outcomes(List<RegisteredSite> sites) {
    var threads = Executors.newFixedThreadPool(runs.order().how().parallel(), Thread.ofPlatform()
        .name("clerk-site-", 1)
        .daemon()
        .factory());
    try (var progress = runs.console().progress(watch)) {
      var futures = sites.stream().map(site -> threads.submit(() -> run(site, progress))).toList();
      var outcomes = new ArrayList<RunOutcome>();
      for (var i = 0; i < sites.size(); i++) {
        outcome(sites.get(i), futures.get(i)).ifPresent(outcomes::add);
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  /// Empty when the whole thing was stopped before this site's turn.
  private Optional<RunOutcome> run(RegisteredSite site, ProgressView progress) {
    if (watch.cancellation().isRequested()) {
      return Optional.empty();
    }
    var outcome = runs.rooms().jobs().run(runs.order().forOneOfMany(site), watch);
    var view = new OutcomeView(runs.rooms().settings().storageDirectory(), outcome);
    progress.say(view.line());
    return Optional.of(outcome);
  }

  /// A site whose run could not even be written down is a failure of that site.
  private Optional<RunOutcome> outcome(RegisteredSite site, Future<Optional<RunOutcome>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      var failure = Optional.ofNullable(e.getCause()).orElse(e);
      runs.console().complain(failure, "of " + site.subdomain());
      return Optional.of(new RunOutcome("", runs.order().work().key(site.subdomain()), State.FAILED, List.of(),
          Optional.empty(), Optional.of(failure), ExitCodes.of(failure), Optional.empty(), List.of()));
    } catch (InterruptedException e) {
      watch.cancellation().request("The run was interrupted.");
      return Optional.empty();
    }
  }

  private static String summary(List<RunOutcome> outcomes, int sites) {
    var states = outcomes.stream()
        .collect(Collectors.groupingBy(outcome -> outcome.state().name().toLowerCase(Locale.ROOT), TreeMap::new,
            Collectors.counting()));
    var counts = states.entrySet().stream().map(state -> state.getValue() + " " + state.getKey()).toList();
    return "%d of %d sites: %s".formatted(outcomes.size(), sites, counts.isEmpty() ? "-" : String.join(", ", counts));
  }
}
