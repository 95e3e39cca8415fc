package band.civic.clerk.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.TaskReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the next site is chosen, on any kind of registry.
abstract class NextSiteContract {
  @TempDir
  private Path storage;

  private Office office;

  abstract Office office(Path directory);

  @BeforeEach
  void open() {
    office = office(storage);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void never_attempted_comes_first_then_the_longest_overdue_then_nothing() {
    List.of("a.ca", "b.ca", "c.ca").forEach(office::site);
    office.run("b.ca");
    office.clock.move(Duration.ofHours(47));
    office.run("c.ca");
    office.clock.move(Duration.ofHours(1));

    assertThat(next()).contains("a.ca");
    assertThat(next()).contains("b.ca");
    assertThat(next()).isEmpty();
  }

  @Test
  void equal_sites_go_by_name() {
    List.of("z.ca", "m.ca", "a.ca").forEach(office::site);

    assertThat(List.of(next(), next(), next())).containsExactly(Optional.of("a.ca"), Optional.of("m.ca"), Optional.of(
        "z.ca"));
  }

  @Test
  void one_that_always_fails_does_not_keep_the_others_waiting() {
    var sites = IntStream.rangeClosed('a', 'j').mapToObj(letter -> (char) letter + ".ca").toList();
    sites.forEach(office::site);
    office.pipeline.when("money", context -> {
      if (context.site().subdomain().equals("a.ca")) {
        throw new SourceUnavailable("No answer.");
      }
      return TaskReport.empty().withChanged(1);
    });
    var served = new ArrayList<String>();
    for (var round = 0; round < 10; round++) {
      next().ifPresent(served::add);
    }
    assertThat(served).containsExactlyElementsOf(sites);

    assertThat(next()).isEmpty();
    office.clock.move(Duration.ofMinutes(70));
    assertThat(next()).contains("a.ca");
    office.clock.move(Duration.ofMinutes(50));
    assertThat(next()).isEmpty();
  }

  @Test
  void of_many_who_want_the_next_site_at_once_each_gets_another() throws Exception {
    var sites = IntStream.range(0, 6).mapToObj(n -> "s" + n + ".ca").toList();
    sites.forEach(office::site);
    var start = new CyclicBarrier(4);
    var runners = IntStream.range(0, 4).mapToObj(n -> office.otherJobs()).toList();
    var threads = Executors.newFixedThreadPool(4);
    var wanted = runners.stream().<Callable<List<String>>>map(jobs -> () -> {
      start.await();
      var mine = new ArrayList<String>();
      for (var each = next(jobs); each.isPresent(); each = next(jobs)) {
        mine.add(each.get());
      }
      return mine;
    }).toList();

    var served = new ArrayList<String>();
    for (var each : threads.invokeAll(wanted)) {
      served.addAll(each.get());
    }
    threads.shutdown();

    assertThat(served).hasSameSizeAs(new HashSet<>(served)).containsExactlyInAnyOrderElementsOf(sites);
    assertThat(office.one("SELECT count(*) FROM runs")).isEqualTo("6");
  }

  private Optional<String> next() {
    return next(office.jobs());
  }

  private Optional<String> next(JobRunner jobs) {
    office.enrol();
    return jobs.listDue(office.work(), 10)
        .stream()
        .flatMap(due -> jobs.runIfDue(office.request(due), Watch.none()).stream())
        .findFirst()
        .map(outcome -> outcome.key().subdomain());
  }
}
