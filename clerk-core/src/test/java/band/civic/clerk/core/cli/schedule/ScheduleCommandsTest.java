package band.civic.clerk.core.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands.Printed;
import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduleCommandsTest {
  private static final String SCHEDULES = """
      timezone: America/Los_Angeles
      schedules:
        - {name: next, every: 5m, job: finance.etl, sites: due}
        - {name: daily, description: Every morning, cron: "0 0 6 * * ?", job: finance.etl, sites: enabled}
        - {name: first-saturday, cron: "0 0 1 ? * SAT#1", timezone: America/New_York, job: reconcile}
      """;

  @TempDir
  private Path directory;
  private TypedCommands commands;

  @BeforeEach
  void schedules() throws IOException {
    commands = new TypedCommands(directory);
    write(SCHEDULES);
  }

  @Test
  void each_schedule_is_listed_with_what_it_does_and_when_it_is_time_again() {
    assertThat(schedule("list").out().lines())
        .anySatisfy(line -> assertThat(line).matches("next +every 5m +finance.etl +due +- .*Z"))
        .anySatisfy(line -> assertThat(line).matches(
            "daily +0 0 6 \\* \\* \\? America/Los_Angeles +finance.etl +enabled +- .* 06:00 .*"))
        .anySatisfy(line -> assertThat(line).matches("first-saturday .*SAT#1 America/New_York +reconcile +- .*"));

    var json = json("list", "--json");
    assertThat(json.at("/0/every_seconds").asLong()).isEqualTo(300);
    assertThat(json.at("/1/cron").asString()).isEqualTo("0 0 6 * * ?");
    assertThat(json.at("/1/description").asString()).isEqualTo("Every morning");
    assertThat(json.at("/2/timezone").asString()).isEqualTo("America/New_York");
    assertThat(json.at("/1/last_fired_at").isNull()).isTrue();
    assertThat(Instant.parse(json.at("/1/next_at").asString())).isAfter(Instant.now());
  }

  @Test
  void a_paused_schedule_says_so_until_it_goes_on_and_what_was_missed_is_not_caught_up() {
    assertThat(schedule("pause", "daily").out()).contains("daily is paused");
    assertThat(schedule("list").out().lines()).anySatisfy(line -> assertThat(line).matches("daily .* paused"));
    assertThat(json("list", "--json").at("/1/paused").asBoolean()).isTrue();
    assertThat(names(json("next", "--json"))).doesNotContain("daily");

    assertThat(schedule("resume", "--all").exitCode()).isZero();

    assertThat(json("list", "--json").at("/1/paused").asBoolean()).isFalse();
    assertThat(json("list", "--json").at("/1/last_window_at").isNull()).isFalse();
    assertThat(schedule("fire", "daily").out()).contains("Nothing to do for daily");
  }

  @Test
  void what_comes_next_is_in_the_order_of_time_with_the_sites_that_are_due() {
    schedule("pause", "first-saturday"); // makes the registry
    due("a.ca", "b.ca", "c.ca");

    var json = json("next", "-n", "2", "--json");
    assertThat(names(json)).hasSize(2).first().isEqualTo("next");
    assertThat(json.at("/planned/0/at").asString()).isLessThan(json.at("/planned/1/at").asString());
    assertThat(json.at("/due/0/data_type").asString()).isEqualTo("finance");
    assertThat(json.at("/due/0/count").asInt()).isEqualTo(3);
    assertThat(json.at("/due/0/first").toString()).isEqualTo("[\"a.ca\",\"b.ca\"]");
    assertThat(schedule("next", "-n", "2").out()).contains("Due for finance: 3\n  a.ca\n  b.ca\n  …");
  }

  @Test
  void they_are_printed_for_other_clocks() {
    assertThat(schedule("print", "--systemd").out())
        .contains("ExecStart=", "--storage-dir " + directory.resolve("storage"), "schedule run --with-worker");
    assertThat(schedule("print", "--timers").out()).contains("clerk-daily.timer", "Description=clerk: Every morning",
        "OnCalendar=*-*-* 6:0:0 America/Los_Angeles", "OnCalendar=Sat *-*-1..7 1:0:0 America/New_York",
        "OnUnitActiveSec=300s", "schedule fire %i --quiet");
    assertThat(schedule("print", "--cron").out()).contains("schedule fire daily", "schedule fire first-saturday",
        "*/5 * * * *");
  }

  @Test
  void wrong_words_are_told_with_the_right_ones() {
    for (var word : List.of("pause", "resume", "fire")) {
      var printed = schedule(word, "nope");
      assertThat(printed.exitCode()).isEqualTo(78);
      assertThat(printed.err()).contains("no schedule \"nope\"; there are next, daily, first-saturday");
    }
    assertThat(schedule("pause").err()).contains("Which schedule? Give names or --all.");
    assertThat(schedule("print").exitCode()).isEqualTo(2);
    assertThat(schedule("print", "--cron", "--timers").exitCode()).isEqualTo(2);
    assertThat(schedule("next", "-n", "many").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "next", "run"})
  void a_file_that_cannot_be_read_is_told_with_its_line(String word) throws IOException {
    write("schedules:\n  - {name: nightly, cron: \"0 0 25 * * ?\", job: reconcile}\n");

    var printed = schedule(word);

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("schedules.yaml:2", "0 0 25 * * ?").doesNotContain("at band.civic");
  }

  @Test
  void a_file_that_is_not_there_is_told_with_where_it_should_be() throws IOException {
    Files.delete(directory.resolve("site-config/schedules.yaml"));

    for (var word : List.of("list", "next", "run")) {
      assertThat(schedule(word).exitCode()).isEqualTo(78);
      assertThat(schedule(word).err()).contains(directory.resolve("site-config/schedules.yaml").toString());
    }
  }

  private void write(String schedules) throws IOException {
    Files.writeString(Files.createDirectories(directory.resolve("site-config")).resolve("schedules.yaml"), schedules);
  }

  private void due(String... sites) {
    try (var registry = Registry.open("jdbc:sqlite:" + directory.resolve("storage/civic.db"))) {
      for (var site : sites) {
        registry.sql()
            .execute("INSERT INTO sites (subdomain, name, state, country, kind, status, extra, created_at, updated_at) "
                + "VALUES (?, 'Invented', 'CA', 'US', 'city', 'new', '{}', '2026-11-24T06:00:00Z', "
                + "'2026-11-24T06:00:00Z')", site);
        registry.sql()
            .execute("INSERT INTO site_datasets (subdomain, data_type, enabled) VALUES (?, 'finance', 1)", site);
      }
    }
  }

  private Printed schedule(String... words) {
    return commands.type(IntStream.rangeClosed(0, words.length)
        .mapToObj(i -> i == 0 ? "schedule" : words[i - 1])
        .toArray(String[]::new));
  }

  private JsonNode json(String... words) {
    var printed = schedule(words);
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    return JsonMapper.shared().readTree(printed.out());
  }

  private static List<String> names(JsonNode next) {
    return next.at("/planned").valueStream().map(each -> each.at("/schedule").asString()).toList();
  }
}
