package band.civic.clerk.core.config.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {
  @TempDir
  private Path directory;

  @Test
  void every_key_is_read() throws IOException {
    var entry = read("""
        schedules:
          - name: nightly
            description: At night
            cron: "0 0 3 ? * SAT#1"
            timezone: America/New_York
            job: finance.etl
            sites: enabled
            older-than: 12h
            only: [a.ca, b.ca]
            limit: 5
            priority: low
            options: {from: "2020"}
        """).getFirst();

    assertThat(entry).isEqualTo(new ScheduleEntry("nightly", "At night",
        new Timing.Cron("0 0 3 ? * SAT#1", ZoneId.of("America/New_York")),
        new Wish("finance.etl", For.ENABLED, Optional.of(Duration.ofHours(12)), Set.of("a.ca", "b.ca"), 5, "low",
            Map.of("from", "2020")),
        directory.resolve("schedules.yaml") + ":2"));
  }

  @Test
  void what_is_not_given_has_a_default() throws IOException {
    var entries = read("""
        schedules:
          - {name: a, every: 90s, job: finance.etl, sites: due}
          - {name: b, cron: "0 0 3 * * ?", job: tidy}
        """);

    assertThat(entries.getFirst().timing()).isEqualTo(new Timing.Every(Duration.ofSeconds(90)));
    assertThat(entries.getFirst().wish()).isEqualTo(
        new Wish("finance.etl", For.DUE, Optional.empty(), Set.of(), 1000, "normal", Map.of()));
    assertThat(entries.getLast().timing()).isEqualTo(new Timing.Cron("0 0 3 * * ?", ZoneOffset.UTC));
    assertThat(entries.getLast().wish().sites()).isEqualTo(For.NOBODY);
  }

  @Test
  void a_directory_without_the_file_has_no_schedules() {
    assertThat(ScheduleFile.read(directory)).isEmpty();
  }

  @Test
  void every_mistake_is_told_with_its_line() {
    assertThatThrownBy(() -> read("""
        timezone: America/Nowhere
        schedules:
          - name: a
            job: tidy
          - name: a
            every: 5m
            cron: "0 0 3 * * ?"
            job: tidy
            limit: 3
          - name: b
            every: 5m
            job: finance.etl
            sites: due
            older-than: 3h
        """)).isInstanceOf(BadConfiguration.class)
        .message()
        .contains(":1: there is no time zone `America/Nowhere`", ":3: give one of `every` and `cron`",
            ":5: the name `a` stands twice", ":5: give one of", ":9: `limit` goes with `sites`",
            ":14: `older-than` goes with `sites: enabled`");
    assertThatThrownBy(() -> read("""
        schedules:
          - {name: a, every: 5 minutes, job: tidy, site: due}
        """)).isInstanceOf(BadConfiguration.class).message().contains("`every`", "unknown key `site`");
  }

  @Test
  void the_schedules_of_the_distribution_are_valid() {
    assertThat(ScheduleFile.read(Path.of("../site-config"))).extracting(ScheduleEntry::name)
        .contains("finance-next-site", "finance-daily");
  }

  private List<ScheduleEntry> read(String yaml) throws IOException {
    Files.writeString(directory.resolve("schedules.yaml"), yaml);
    return ScheduleFile.read(directory);
  }
}
