package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads what the site's agencies published: from NetFile, from files (`--from`), or from the sample (`--sample`).
public final class ExtractTask {
  private static final int FRESH_HOURS = 20;

  private final HostPace pace = new HostPace();
  private final Function<TaskContext, Waiting> waiting;

  private ExtractTask(Function<TaskContext, Waiting> waiting) {
    this.waiting = waiting;
  }

  /// The task; it writes the table `pages`.
  public static Task create() {
    return create(context -> Waiting.real(context.clock(), context::checkCancelled));
  }

  /// [#create()], with another sense of time.
  static Task create(Function<TaskContext, Waiting> waiting) {
    return Task.extract("extract")
        .writes("pages")
        .freshFor(Freshness.hours(FRESH_HOURS))
        .runs(new ExtractTask(waiting)::run);
  }

  private TaskReport run(TaskContext context) {
    var agencies = context.site().agencies("netfile");
    if (agencies.isEmpty()) {
      throw new ClerkException.BadConfiguration(
          "%s has no NetFile agency that a person accepted: nothing is read for it. `clerk agency list` shows the mapping, `clerk agency accept` changes it."
              .formatted(context.site().subdomain()));
    }
    var from = context.option("from");
    if (from.isPresent() && context.option("sample").isPresent()) {
      throw new ClerkException.BadConfiguration("--from and --sample exclude each other: choose one");
    }
    var tally = new Tally();
    agencies.forEach(agency -> noteMapping(agency, tally));
    try (var store = BronzeStore.open(context.workspace(), context.clock())) {
      read(context, agencies, store, tally);
      store.prune(NetFileSettings.of(context.settings()).number("netfile.keep-retired"));
    }
    return tally.report();
  }

  private void read(TaskContext context, List<Site.Agency> agencies, BronzeStore store, Tally tally) {
    var settings = NetFileSettings.of(context.settings());
    var from = context.option("from");
    if (from.isPresent()) {
      new FilesExtract(context, store, tally).run(Path.of(from.get()), agencies);
    } else if (context.option("sample").isPresent()) {
      new SampleExtract(context, store, tally).run(settings, agencies, pace);
    } else {
      new LiveExtract(context, store, Origin.LIVE, tally).run(settings, agencies, pace, waiting.apply(context));
    }
  }

  private static void noteMapping(Site.Agency agency, Tally tally) {
    Optional.of(agency.note())
        .filter(note -> !note.isBlank())
        .ifPresent(note -> tally.note(Notice.info("agency_note",
            agency.shortcut(), note)));
  }
}
