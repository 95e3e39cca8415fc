package band.civic.clerk.dist.simulation;

import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.HttpPolicy;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A pipeline that asks NetFile for the feed and a list of each site, politely, and publishes nothing.
///
/// @param base where the source is
/// @param time in which it waits
/// @param pace the turns at the source
record FeedPipeline(URI base, SimulatedTime time, HostPace pace) implements Pipeline {
  static final Duration PAUSE = Duration.ofSeconds(1);
  private static final HttpPolicy POLICY = new HttpPolicy(PAUSE, 1, 1, 1, Duration.ofSeconds(2), Duration.ofSeconds(10),
      Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), 1_000_000, "clerk");

  @Override
  public String dataType() {
    return "finance";
  }

  @Override
  public String description() {
    return "Feeds.";
  }

  @Override
  public SiteDatabase database() {
    return new SiteDatabase("finance/feeds.db", "Feeds", "", "", "", "", List.of(), List.of());
  }

  @Override
  public boolean supports(Site site) {
    return true;
  }

  @Override
  public List<Task> tasks() {
    return List.of(Task.extract("feed").writes("feeds").freshFor(Freshness.hours(1)).runs(this::ask),
        Task.load("publish").dependsOn("feed").reads("feeds").runs(_ -> TaskReport.empty()));
  }

  private TaskReport ask(TaskContext context) {
    var agency = context.site().subdomain().replace(".ca", "");
    try (var http = new PoliteHttp(POLICY, pace, time)) {
      http.send(HttpAsk.get(base.resolve("/Connect2/api/public/list/filing/rss/" + agency + "/campaign.xml")));
      http.send(HttpAsk.get(base.resolve("/Connect2/api/public/list/filing/rss/" + agency + "/campaign.xml?page=2")));
    }
    return TaskReport.empty().withRead(2);
  }
}
