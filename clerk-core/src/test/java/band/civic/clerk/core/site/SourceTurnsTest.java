package band.civic.clerk.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceTurnsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00.123456Z");
  private static final Duration PAUSE = Duration.ofMillis(500);

  @TempDir
  private Path directory;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void two_processes_that_ask_at_once_have_their_turns_one_after_the_other(TestDatabase database) throws Exception {
    var url = database.newRegistry(directory);
    var turns = new ArrayList<Instant>();
    try (var one = Registry.open(url); var other = Registry.open(url); var threads = Executors.newFixedThreadPool(4)) {
      var processes = List.of(new SourceTurns(one), new SourceTurns(other), new SourceTurns(one),
          new SourceTurns(other));
      var asking = processes.stream().<Callable<List<Instant>>>map(each -> () -> take(each, 20)).toList();
      for (var taken : threads.invokeAll(asking)) {
        turns.addAll(taken.get());
      }
    }

    assertThat(turns.stream().sorted()).hasSize(80).first().isEqualTo(NOW);
    var millis = turns.stream().sorted().map(Instant::toEpochMilli).toList();
    assertThat(IntStream.range(1, 80).mapToLong(i -> millis.get(i) - millis.get(i - 1)))
        .as("no two closer than the pause, and no time wasted")
        .containsOnly(PAUSE.toMillis());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_host_that_nobody_asked_lately_is_asked_at_once_and_others_do_not_matter(TestDatabase database) {
    try (var registry = Registry.open(database.newRegistry(directory))) {
      var turns = new SourceTurns(registry);
      assertThat(turns.take("a.example", NOW, PAUSE)).isEqualTo(NOW);
      assertThat(turns.take("b.example", NOW, PAUSE)).isEqualTo(NOW);
      assertThat(turns.take("a.example", NOW.plusSeconds(9), PAUSE)).isEqualTo(NOW.plusSeconds(9));

      turns.take("a.example", NOW.plus(Duration.ofHours(1)), PAUSE);
      assertThat(turns.take("a.example", NOW.plusSeconds(20), PAUSE)).as("a clock that goes an hour fast stops nobody")
          .isEqualTo(NOW.plusSeconds(20));

      assertThat(turns.forget(NOW.plus(Duration.ofDays(1)))).isEqualTo(2);
    }
  }

  private static List<Instant> take(SourceTurns turns, int times) {
    return IntStream.range(0, times).mapToObj(_ -> turns.take("source.example", NOW, PAUSE)).toList();
  }
}
