package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.electionfinance.extract.source.CampaignSource;
import band.civic.electionfinance.extract.source.Connect2Source;
import band.civic.electionfinance.extract.source.Shelf;
import band.civic.electionfinance.extract.source.SitesSource;
import band.civic.electionfinance.extract.source.Source;
import band.civic.electionfinance.extract.source.WorkbookSource;
import band.civic.electionfinance.netfile.NetFileSettings;
import band.civic.electionfinance.netfile.campaign.CampaignClient;
import band.civic.electionfinance.netfile.connect2.Connect2Client;
import band.civic.electionfinance.netfile.connect2.FilingFeed;
import band.civic.electionfinance.netfile.portal.WorkbookClient;
import band.civic.electionfinance.netfile.sites.SitesClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the site's agencies from NetFile.
final class LiveExtract {
  private final TaskContext context;
  private final BronzeStore store;
  private final Origin origin;
  private final Tally tally;

  LiveExtract(TaskContext context, BronzeStore store, Origin origin, Tally tally) {
    this.context = context;
    this.store = store;
    this.origin = origin;
    this.tally = tally;
  }

  void run(NetFileSettings settings, List<Site.Agency> agencies, HostPace pace, Waiting waiting) {
    try (var http = new PoliteHttp(settings.httpPolicy(), pace.among(context::takeTurn), waiting)) {
      for (var agency : agencies) {
        new AgencyRun(settings, http, agency).run();
      }
    }
  }

  private final class AgencyRun {
    private final NetFileSettings settings;
    private final PoliteHttp http;
    private final Site.Agency agency;
    private final Shelf shelf;
    private Optional<FilingFeed> feed = Optional.empty();

    AgencyRun(NetFileSettings settings, PoliteHttp http, Site.Agency agency) {
      this.settings = settings;
      this.http = http;
      this.agency = agency;
      this.shelf = new Shelf(store, origin, context, Duration.ofHours(settings.number("netfile.walk-hours")));
    }

    void run() {
      var plan = new RefreshPlan(store, settings, context.clock(), new RefreshPlan.Reach(origin, agency));
      var choice = plan.choose(named(), context.option("force").isPresent(), this::askFeed);
      if (choice.extent() == RefreshPlan.Extent.NOTHING) {
        tally.note(Notice.info("no_new_filings", agency.shortcut(),
            "NetFile's feed has no filing that was not there at the last success: nothing was read"));
        return;
      }
      if (choice.extent() == RefreshPlan.Extent.ALL) {
        askFeed(); // before reading: what is filed meanwhile is news next time
      }
      var sources = new SourceOrder(sources(), shelf, tally, agency);
      var years = choice.extent() == RefreshPlan.Extent.ALL ? plan.due(sources.listYears()) : choice.years();
      context.progress().total(years.size());
      sources.read(years);
      plan.succeeded(choice.extent(), feed);
    }

    private List<Integer> named() {
      var option = context.option("years");
      return option.isPresent()
          ? Years.parse(option.get(), "--years")
          : Years.parse(settings.text("netfile.years"), "the setting netfile.years");
    }

    private Optional<FilingFeed> askFeed() {
      try (var impatient = http.withRetries(settings.number("netfile.feed-retries"))) {
        feed = RefreshPlan.ask(() -> new Connect2Client(settings, impatient).feed(agency.shortcut()));
      }
      return feed;
    }

    private List<Source> sources() {
      var all = new LinkedHashMap<String, Source>();
      var clock = context.clock();
      all.put("workbook", new WorkbookSource(new WorkbookClient(settings, http), settings, clock, shelf));
      all.put("connect2", new Connect2Source(new Connect2Client(settings, http), settings, clock, shelf));
      all.put("sites-api", new SitesSource(new SitesClient(settings, http), settings, clock, shelf));
      all.put("campaign-api", new CampaignSource(new CampaignClient(settings, http), store, shelf));
      return SourceOrder.inOrder(settings, agency, Map.copyOf(all));
    }
  }
}
