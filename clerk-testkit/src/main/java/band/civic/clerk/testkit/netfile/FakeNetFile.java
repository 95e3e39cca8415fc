package band.civic.clerk.testkit.netfile;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/// NetFile on the loopback address: the portal with its workbooks, Connect2, the feed, the site API and the Campaign
/// API, over what a test (or the plugin's sample) gives it, with the faults that NetFile has been seen to have.
///
/// ```java
/// try (var netFile = FakeNetFile.start()) {
///   netFile.workbook("BRK", 2018, xlsx).misbehave("/pub2/excel/", 2, Fault.status(500));
///   … settings.with(netFile.settings()) …
///   netFile.requests() …
/// }
/// ```
public final class FakeNetFile implements AutoCloseable {
  private final HttpServer server;
  private final FakeContent content = new FakeContent();
  private final CampaignDoor campaign = new CampaignDoor(content);
  private final FakeFaults faults = new FakeFaults();
  private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Door> closed = EnumSet.noneOf(Door.class);
  private final AtomicReference<Optional<String>> onlyAgency = new AtomicReference<>(Optional.empty());

  /// The ways in.
  public enum Door {
    DIRECT, PORTAL, CONNECT2, FEED, SITES, CAMPAIGN
  }

  private FakeNetFile(Clock clock) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var doors = new FakeDoors(content, campaign, this::isOpen, this::agencyAsked);
    server.createContext("/", new FakeHandler(this, doors, clock));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static FakeNetFile start() {
    return start(Clock.systemUTC());
  }

  /// @param clock stamps the requests: a test's own, to see the pauses between them
  public static FakeNetFile start(Clock clock) {
    return new FakeNetFile(clock);
  }

  /// Where it listens, `http://127.0.0.1:4711`.
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The `netfile.*` settings that lead clients here instead of to NetFile.
  public Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("netfile.workbook.base", base() + "/pub2");
    settings.put("netfile.connect2.base", base() + "/Connect2/api");
    settings.put("netfile.sites.base", base() + "/api/public/sites/api");
    settings.put("netfile.campaign.base", base() + "/api/campaign");
    return settings;
  }

  public FakeNetFile agency(int id, String shortcut, String name) {
    content.agencies.add(Map.of("id", Integer.toString(id), "shortcut", shortcut, "name", name));
    return this;
  }

  /// Offers a workbook, as XLSX or in its ZIP; other bytes are handed out as they are.
  public FakeNetFile workbook(String aid, int year, byte[] bytes) {
    content.workbooks.put(aid + " " + year, bytes.clone());
    return this;
  }

  /// Adds rows to a list of Connect2 that has a year: `transactions`, `summary`.
  public FakeNetFile rows(String list, String aid, int year, List<Map<String, String>> rows) {
    content.addRows(rows, list, aid, Integer.toString(year));
    return this;
  }

  /// Adds rows to a list without years: `filers`, `filings` of Connect2, `sites-filings`, `sites-items` of the site
  /// API, and `info` of one filing, with its id in place of the agency.
  public FakeNetFile rows(String list, String aid, List<Map<String, String>> rows) {
    content.addRows(rows, list, aid);
    return this;
  }

  /// Adds objects, as JSON, to `filers`, `filings` or `transactions` of the Campaign API; its key is `key`, its secret
  /// `secret`.
  public FakeNetFile campaign(String list, String aid, List<String> objects) {
    content.campaign.merge(list + " " + aid, List.copyOf(objects),
        (a, b) -> Stream.concat(a.stream(), b
            .stream()).toList());
    campaign.changed();
    return this;
  }

  /// Adds an item to the feed.
  public FakeNetFile feedItem(String aid, String guid, String description) {
    content.feed(aid).putFirst(guid, description);
    return this;
  }

  /// Takes doors away: they answer "not found", the portal with a page that has no form.
  public FakeNetFile without(Door... doors) {
    closed.addAll(List.of(doors));
    return this;
  }

  /// Opens doors again.
  public FakeNetFile with(Door... doors) {
    List.of(doors).forEach(closed::remove);
    return this;
  }

  /// Answers whatever agency is asked for with the data of this one.
  public FakeNetFile answerAs(String aid) {
    onlyAgency.set(Optional.of(aid));
    return this;
  }

  /// The next requests whose target holds that text go wrong.
  public FakeNetFile misbehave(String target, int times, Fault fault) {
    return misbehaveAfter(0, target, times, fault);
  }

  /// Like [#misbehave], after so many have gone well.
  public FakeNetFile misbehaveAfter(int well, String target, int times, Fault fault) {
    faults.add(target, well, times, fault);
    return this;
  }

  /// Asks for each request whether it goes wrong, by its target.
  public FakeNetFile misbehaveWhen(Function<String, Optional<Fault>> fault) {
    faults.set(fault);
    return this;
  }

  /// All requests so far.
  public List<SeenRequest> requests() {
    return List.copyOf(requests);
  }

  /// The requests whose target holds that text.
  public List<SeenRequest> requests(String target) {
    return requests.stream().filter(request -> request.target().contains(target)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  void record(SeenRequest request) {
    requests.add(request);
  }

  Optional<Fault> findFault(String target) {
    return faults.next(target);
  }

  private boolean isOpen(Door door) {
    return !closed.contains(door);
  }

  private String agencyAsked(String aid) {
    return onlyAgency.get().orElse(aid);
  }
}
