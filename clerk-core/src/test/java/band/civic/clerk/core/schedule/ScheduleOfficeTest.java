package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.runs.DuePolicy;
import band.civic.clerk.core.site.runs.HeldRun;
import band.civic.clerk.core.site.runs.Holder;
import band.civic.clerk.core.site.runs.NewRun;
import band.civic.clerk.core.site.runs.Opening;
import band.civic.clerk.core.site.runs.RunBook;
import band.civic.clerk.core.site.runs.RunEnd;
import band.civic.clerk.core.store.Registry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests around one registry and its schedules.
abstract class ScheduleOfficeTest {
  static final String DUE = """
        - {name: next, every: 5m, job: finance.etl, sites: due}
      """;
  static final String DAILY = """
        - {name: daily, cron: "0 0 6 * * ?", job: finance.etl, sites: enabled, older-than: 6h, options: {from: old}}
      """;

  @TempDir
  private Path directory;

  ScheduleOffice office;

  /// A registry of its own for each test.
  abstract String newRegistry(Path directory);

  @BeforeEach
  void open() {
    office = new ScheduleOffice(directory, newRegistry(directory));
  }

  @AfterEach
  void close() {
    office.close();
  }

  List<Integer> together(int schedulers, ScheduleEntry entry) throws Exception {
    var start = new CyclicBarrier(schedulers);
    var registries = IntStream.range(0, schedulers).mapToObj(n -> Registry.open(url())).toList();
    try (var threads = Executors.newFixedThreadPool(schedulers)) {
      var calls = registries.stream().<Callable<Integer>>map(each -> () -> {
        start.await();
        return new Firing(office.desk(each)).fire(entry);
      }).toList();
      var results = new ArrayList<Integer>();
      for (var result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      registries.forEach(Registry::close);
    }
  }

  /// The registry that the office uses.
  abstract String url();

  void served(String subdomain, RunEnd.State state) {
    var end = new RunEnd(state, office.clock.instant(), Optional.empty(), 0, RunEnd.Reach.LOAD);
    runs().close(open(subdomain), end, Optional.empty());
  }

  HeldRun open(String subdomain) {
    var now = office.clock.instant();
    var run = new NewRun(subdomain + "_" + now.getEpochSecond(), new DatasetKey(subdomain, "finance"), "finance etl",
        "test", Map.of(), Holder.ofThisProcess(), now, now.plusSeconds(60), false);
    return ((Opening.Opened) runs().open(run)).run();
  }

  private RunBook runs() {
    return new RunBook(office.registry, DuePolicy.daily(() -> 0.5));
  }
}
