package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.SiteSelection.Choice;
import band.civic.clerk.core.cli.pipeline.view.OutcomeJson;
import band.civic.clerk.core.cli.pipeline.view.OutcomeView;
import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.job.ProgressBoard;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunRequest;
import band.civic.clerk.core.job.Watch;
import band.civic.clerk.core.pipeline.Cancellation;
import band.civic.clerk.core.site.Enrolment;
import band.civic.clerk.core.site.RegisteredSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Runs what was typed for the sites that were chosen, shows how it goes and what came of it.
///
/// @param rooms where sites and runs are
/// @param order what was typed
/// @param console where it is shown
record SiteRuns(Rooms rooms, Order order, Console console) {
  private static final int FEW = 20;

  /// @return the exit code: the worst of all runs
  int run(Choice choice) {
    var watch = new Watch(new ProgressBoard(), new Cancellation());
    try (var _ = Interrupts.on(watch.cancellation())) {
      return switch (choice) {
        case Choice.One(var subdomain) -> one(order.forSite(rooms.sites().getOrImport(subdomain)), watch);
        case Choice.Next() -> next(watch);
        case Choice.All() -> new AllSites(this, watch).run(supported());
      };
    }
  }

  /// The registered sites that the pipeline has something for.
  private List<RegisteredSite> supported() {
    return rooms.sites().listSites().stream().filter(order.pipeline()::supports).toList();
  }

  private int one(RunRequest request, Watch watch) {
    RunOutcome outcome;
    try (var _ = console.progress(watch)) {
      outcome = rooms.jobs().run(request, watch);
    }
    return show(outcome);
  }

  private int next(Watch watch) {
    Optional<RunOutcome> outcome;
    try (var _ = console.progress(watch)) {
      outcome = runNext(watch);
    }
    return outcome.map(this::show).orElseGet(this::nothingDue);
  }

  /// Others may take what is due between looking and taking; then one looks again.
  private Optional<RunOutcome> runNext(Watch watch) {
    new Enrolment(rooms.registry(), rooms.sites()).refresh(order.work().name(), order.pipeline()::supports);
    var jobs = rooms.jobs();
    for (var due = jobs.listDue(order.work(), FEW); !due.isEmpty(); due = jobs.listDue(order.work(), FEW)) {
      var outcome = due.stream()
          .flatMap(subdomain -> jobs.runIfDue(order.forSite(rooms.sites().getSite(subdomain)), watch).stream())
          .findFirst();
      if (outcome.isPresent()) {
        return outcome;
      }
    }
    return Optional.empty();
  }

  private int nothingDue() {
    var document = new LinkedHashMap<String, Object>();
    document.put("run_id", null);
    document.put("data_type", order.work().name());
    document.put("state", "nothing_due");
    document.put("exit_code", ExitCodes.OK);
    console.print(() -> List.of("Nothing is due for " + order.work().name() + "."), () -> document);
    return ExitCodes.OK;
  }

  private int show(RunOutcome outcome) {
    var view = new OutcomeView(rooms.settings().storageDirectory(), outcome);
    console.print(view::lines, () -> OutcomeJson.of(outcome));
    outcome.failure().ifPresent(failure -> console.complain(failure, outcome.runId()));
    return outcome.exitCode();
  }
}
