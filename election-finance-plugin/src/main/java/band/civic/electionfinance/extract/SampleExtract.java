package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the invented municipality that the plugin ships, from a server in this process, with the clients and over the
/// HTTP path of live data.
final class SampleExtract {
  private final TaskContext context;
  private final BronzeStore store;
  private final Tally tally;

  SampleExtract(TaskContext context, BronzeStore store, Tally tally) {
    this.context = context;
    this.store = store;
    this.tally = tally;
  }

  void run(NetFileSettings settings, List<Site.Agency> agencies, HostPace pace) {
    var real = store.listCompleteUnits().stream().filter(unit -> unit.unit().origin() != Origin.SAMPLE).findFirst();
    if (real.isPresent()) {
      throw new ClerkException.BadConfiguration(
          "%s already has real data (%s of %s): --sample would mix invented data with it. Choose another site, or leave --sample out."
              .formatted(context.site().subdomain(), real.get().unit().adapter(), real.get().unit().agencyShortcut()));
    }
    tally.note(Notice.warning("sample_data", context.site().subdomain(),
        "SAMPLE DATA: invented committees, people and amounts that come with the plugin; nothing of it was filed anywhere"));
    try (var netFile = FakeNetFile.start()) {
      SampleFiles.offer(netFile);
      var waiting = Waiting.real(context.clock(), context::checkCancelled);
      new LiveExtract(context, store, Origin.SAMPLE, tally).run(settings.with(atOnce(netFile)), agencies.subList(0, 1),
          pace, waiting);
    }
  }

  private static Map<String, String> atOnce(FakeNetFile netFile) {
    var values = new HashMap<>(netFile.settings());
    values.put("netfile.sources", "workbook,connect2");
    values.put("netfile.years", "");
    for (var wait : List.of("netfile.pause-ms", "netfile.first-delay-ms", "netfile.longest-delay-ms")) {
      values.put(wait, "0");
    }
    return values;
  }
}
