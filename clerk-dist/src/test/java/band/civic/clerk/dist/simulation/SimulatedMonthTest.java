package band.civic.clerk.dist.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.ScheduleFile;
import band.civic.clerk.etl.http.HostPace;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.netfile.Fault;
import band.civic.clerk.testkit.netfile.SeenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// FEATURE: sites refresh themselves every day. Thirty days against the fake NetFile, in simulated time: 5 % of the
/// requests fail, two sites always do, and once the source is away for six hours. Forty sites in every build, 250 with
/// `-DargLine=-Dclerk.simulation.sites=250`, which takes two minutes of computing.
class SimulatedMonthTest {
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
  private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(30));
  private static final Instant AWAY = Instant.parse("2026-11-12T12:30:00Z");
  private static final Instant BACK = AWAY.plus(Duration.ofHours(6));
  private static final Duration TICK = Duration.ofMinutes(20);
  private static final List<String> SITES = IntStream.range(0, Integer.getInteger("clerk.simulation.sites", 40))
      .mapToObj("s%03d.ca"::formatted)
      .toList();
  private static final Set<String> BROKEN = Set.of("s017.ca", "s033.ca");

  private final SimulatedTime time = new SimulatedTime(START.toString());
  private final Random random = new Random(7);
  private final Map<String, List<Instant>> served = new HashMap<>();
  private Path directory = Path.of("");

  /// In memory where there is such a place: a month has two hundred thousand commits.
  @BeforeEach
  void makeDirectory() throws IOException {
    var memory = Path.of("/dev/shm");
    directory = Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "clerk-month")
        : Files.createTempDirectory("clerk-month");
  }

  @AfterEach
  void removeDirectory() throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void every_healthy_site_is_refreshed_daily_and_soon_after_an_outage() throws IOException {
    try (var netFile = FakeNetFile.start(time);
        var month = new Month(directory, time, new FeedPipeline(netFile.base(), time, new HostPace()))) {
      netFile.misbehaveWhen(this::fault);
      SITES.forEach(month::register);
      var worst = simulate(month);

      System.out.printf("%d requests; worst staleness of a healthy site outside the outage %s, first refresh after it "
          + "at most %s later%n", netFile.requests().size(), worst, firstAfterOutage());
      assertThat(worst).isLessThan(Duration.ofHours(26));
      assertThat(firstAfterOutage()).isLessThan(Duration.ofHours(2));
      assertEveryHealthySiteEachDay();
      assertBrokenSitesWereTriedWithBackoff(month, netFile.requests());
      assertPause(netFile.requests());
    }
  }

  private Duration simulate(Month month) throws IOException {
    var schedules = schedules();
    var worst = Duration.ZERO;
    for (var tick = START; tick.isBefore(END); tick = tick.plus(TICK)) {
      time.moveTo(tick);
      schedules.forEach(month::fire);
      month.work(site -> served.computeIfAbsent(site, _ -> new ArrayList<>()).add(time.instant()));
      var stalest = isOutage(tick) ? Duration.ZERO : stalest(time.instant());
      worst = stalest.compareTo(worst) > 0 ? stalest : worst;
    }
    return worst;
  }

  private List<ScheduleEntry> schedules() throws IOException {
    Files.writeString(directory.resolve("schedules.yaml"), """
        timezone: America/Los_Angeles
        schedules:
          - {name: next, every: 20m, job: finance.etl, sites: due}
          - {name: daily, cron: "0 0 6 * * ?", job: finance.etl, sites: enabled, older-than: 6h}
        """);
    return ScheduleFile.read(directory);
  }

  private Optional<Fault> fault(String target) {
    var now = time.instant();
    if (!now.isBefore(AWAY) && now.isBefore(BACK)) {
      return Optional.of(Fault.reset());
    }
    var isBroken = BROKEN.stream().anyMatch(site -> target.contains("/" + site.replace(".ca", "") + "/"));
    return isBroken || random.nextInt(100) < 5 ? Optional.of(Fault.status(500)) : Optional.empty();
  }

  private static boolean isOutage(Instant time) {
    return !time.isBefore(AWAY) && time.isBefore(BACK.plus(Duration.ofHours(2)));
  }

  private Duration stalest(Instant now) {
    return SITES.stream()
        .filter(site -> !BROKEN.contains(site))
        .map(site -> Duration.between(served.containsKey(site) ? visits(site).getLast() : START, now))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /// How long after the outage the last of those sites came that were due in it.
  private Duration firstAfterOutage() {
    return SITES.stream()
        .filter(site -> !BROKEN.contains(site))
        .filter(site -> visits(site).stream()
            .noneMatch(at -> at.isAfter(BACK.minus(Duration.ofHours(24)))
                && at.isBefore(BACK)))
        .map(site -> visits(site).stream().filter(at -> at.isAfter(BACK)).findFirst().orElseThrow())
        .map(at -> Duration.between(BACK, at))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private List<Instant> visits(String site) {
    return served.getOrDefault(site, List.of());
  }

  private void assertEveryHealthySiteEachDay() {
    var outage = LocalDate.ofInstant(AWAY, CALIFORNIA);
    var days = LocalDate.ofInstant(START, CALIFORNIA)
        .datesUntil(LocalDate.ofInstant(END, CALIFORNIA))
        .filter(day -> !day.equals(outage))
        .toList();
    for (var site : SITES) {
      if (!BROKEN.contains(site)) {
        var seen = visits(site).stream().map(at -> LocalDate.ofInstant(at, CALIFORNIA)).collect(Collectors.toSet());
        assertThat(seen).as(site).containsAll(days);
      }
    }
  }

  /// The first day they are tried as often as a source that may come back, then rarely, at last once a day.
  private void assertBrokenSitesWereTriedWithBackoff(Month month, List<SeenRequest> requests) {
    for (var site : BROKEN) {
      assertThat(served).doesNotContainKey(site);
      assertThat(month.failures().get(site)).as(site).isBetween(25L, 60L);
      var days = new HashSet<LocalDate>();
      requests.stream()
          .filter(request -> request.target().contains("/" + site.replace(".ca", "") + "/"))
          .forEach(request -> days.add(LocalDate.ofInstant(request.at(), CALIFORNIA)));
      assertThat(days).as("days on which %s was tried", site).hasSizeGreaterThanOrEqualTo(28);
    }
  }

  private static void assertPause(List<SeenRequest> requests) {
    for (var i = 1; i < requests.size(); i++) {
      var pause = Duration.between(requests.get(i - 1).at(), requests.get(i).at());
      assertThat(pause).as("before request %d", i).isGreaterThanOrEqualTo(FeedPipeline.PAUSE);
    }
  }
}
