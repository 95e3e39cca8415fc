package band.civic.clerk.testkit.openfec;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// OpenFEC on the loopback address, over rows that a test gives it.
///
/// ```java
/// try (var openFec = FakeOpenFec.start()) {
///   openFec.add(Listing.SCHEDULE_A, List.of(Map.of("sub_id", "4010120260000000001", …)))
///       .misbehave("/schedule_a/", 2, Fault.timedOut());
///   … settings.with(openFec.settings()) …
///   openFec.mostCallsWithin(Duration.ofHours(1)) …
/// }
/// ```
///
/// A row is a map of the fields that matter to the test; all other fields of OpenFEC's answer are null. Values are
/// texts, numbers (`BigDecimal` for money), booleans and lists. A field that begins with `_` is not shown: `_cycle`
/// gives a cycle to filter by. A sub_id is a text, as it is there.
public final class FakeOpenFec implements AutoCloseable {
  private static final String KEY = "TEST-KEY-1234567890";

  static {
    // else each answer waits 40 ms for the client to acknowledge its headers
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Content content = new Content();
  private final Faults faults = new Faults();
  private final CallLog log = new CallLog();
  private final AtomicBoolean etags = new AtomicBoolean();
  private final AtomicReference<Runnable> onCall = new AtomicReference<>(() -> {});

  private FakeOpenFec(Clock clock) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", new Handler(this, new Doors(content), log, clock));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static FakeOpenFec start() {
    return start(Clock.systemUTC());
  }

  /// @param clock stamps the calls and measures the rolling hour
  public static FakeOpenFec start(Clock clock) {
    return new FakeOpenFec(clock);
  }

  /// Where it listens, `http://127.0.0.1:4711/v1`.
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /// The only key it knows.
  public String key() {
    return KEY;
  }

  /// The `fec.*` settings that lead clients here instead of to OpenFEC.
  public Map<String, String> settings() {
    return Map.of("fec.api-base", base().toString(), "fec.api-key", KEY);
  }

  /// Adds rows to a list.
  public FakeOpenFec add(Listing listing, List<? extends Map<String, ?>> rows) {
    content.add(listing, rows);
    return this;
  }

  /// Changes fields of the row with that id.
  public FakeOpenFec change(Listing listing, String id, Map<String, ?> fields) {
    content.change(listing, id, fields);
    return this;
  }

  /// Takes the row with that id away.
  public FakeOpenFec remove(Listing listing, String id) {
    content.remove(listing, row -> id.equals(row.get(listing.id())));
    return this;
  }

  /// An amended filing takes the place of another: its rows vanish, the new ones stand there.
  public FakeOpenFec replaceFiling(Listing listing, int fileNumber, List<? extends Map<String, ?>> rows) {
    content.remove(listing, row -> Integer.toString(fileNumber).equals(String.valueOf(row.get("file_number"))));
    return add(listing, rows);
  }

  /// Lists of more rows than that tell a count that is only estimated.
  public FakeOpenFec estimateAbove(int rows, long told) {
    content.estimateAbove(rows, told);
    return this;
  }

  /// Rows with equal sort values change places from page to page of the lists with page numbers.
  public FakeOpenFec moveTies() {
    content.moveTies();
    return this;
  }

  /// Answers carry an `ETag`, and a repeated question gets 304.
  public FakeOpenFec withEtags() {
    etags.set(true);
    return this;
  }

  /// How many calls a rolling hour has room for; 1,000 unless told.
  public FakeOpenFec limit(int callsPerHour) {
    log.limit(callsPerHour);
    return this;
  }

  /// What happens with each call: a clock goes on, or a test has enough.
  public FakeOpenFec onCall(Runnable event) {
    onCall.set(event);
    return this;
  }

  /// The next calls whose target holds that text go wrong.
  public FakeOpenFec misbehave(String target, int times, Fault fault) {
    return misbehaveAfter(0, target, times, fault);
  }

  /// Like [#misbehave], after so many have gone well.
  public FakeOpenFec misbehaveAfter(int well, String target, int times, Fault fault) {
    faults.add(target, well, times, fault);
    return this;
  }

  /// So many of a thousand calls go wrong, in one of these ways; always the same for a seed.
  public FakeOpenFec misbehaveAtRandom(long seed, int perMille, List<Fault> ways) {
    faults.addAtRandom(seed, perMille, List.copyOf(ways));
    return this;
  }

  /// Behaves from now on.
  public FakeOpenFec behave() {
    faults.clear();
    return this;
  }

  /// All calls so far.
  public List<SeenCall> calls() {
    return log.calls();
  }

  /// The calls whose target holds that text.
  public List<SeenCall> calls(String target) {
    return log.calls().stream().filter(call -> call.target().contains(target)).toList();
  }

  /// The most calls that any stretch of time of that length saw.
  public int mostCallsWithin(Duration length) {
    return log.mostWithin(length);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  void called() {
    onCall.get().run();
  }

  Optional<Fault> findFault(String target) {
    return faults.next(target);
  }

  boolean knows(String key) {
    return key.equals(KEY);
  }

  boolean hasEtags() {
    return etags.get();
  }
}
