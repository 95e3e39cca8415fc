package band.civic.clerk.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.config.schedules.Wish;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

  @Test
  void the_first_saturday_is_neither_every_saturday_nor_the_first_week() {
    var saturdays = timetable("0 0 3 ? * SAT#1", CALIFORNIA);

    assertThat(Stream.iterate(at("2026-11-24T00:00:00Z"), before -> saturdays.findNext(before).orElseThrow())
        .skip(1)
        .limit(4)
        .map(each -> each.atZone(CALIFORNIA).toLocalDate().toString()))
        .containsExactly("2026-12-05", "2027-01-02", "2027-02-06", "2027-03-06");
  }

  @Test
  void a_day_begins_where_the_clock_hangs_and_summer_time_is_minded() {
    var mornings = timetable("0 0 6 * * ?", CALIFORNIA);

    assertThat(mornings.findNext(at("2026-10-31T13:30:00Z"))).contains(at("2026-11-01T14:00:00Z"));
    assertThat(mornings.findNext(at("2026-10-30T14:00:00Z"))).contains(at("2026-10-31T13:00:00Z"));
  }

  @Test
  void a_time_that_summer_time_leaves_out_does_not_come_and_one_that_it_repeats_comes_once() {
    var nights = timetable("0 30 2 * * ?", CALIFORNIA);
    assertThat(nights.findNext(at("2027-03-14T07:00:00Z"))).contains(at("2027-03-15T09:30:00Z"));

    var autumn = timetable("0 30 1 * * ?", CALIFORNIA);
    assertThat(autumn.findNext(at("2026-11-01T08:30:00Z"))).contains(at("2026-11-02T09:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"0 0 6 * * ?, 2026-11-24T14:00:00Z, 2026-11-24T14:00:00Z",
      "0 0 6 * * ?, 2026-11-24T13:59:59Z, 2026-11-23T14:00:00Z",
      "0 0/5 * * * ?, 2026-11-24T13:59:59Z, 2026-11-24T13:55:00Z",
      "0 0 3 ? * SAT#1, 2026-12-04T00:00:00Z, 2026-11-07T11:00:00Z",
      "0 0 0 29 2 ?, 2026-11-24T00:00:00Z, 2024-02-29T08:00:00Z"})
  void the_last_planned_time_is_found(String cron, String time, String last) {
    var found = timetable(cron, CALIFORNIA).findLast(at(time));

    if (last.startsWith("2024")) {
      assertThat(found).as("older than two years").isEmpty();
    } else {
      assertThat(found).contains(at(last));
    }
  }

  @Test
  void what_quartz_cannot_read_is_told_with_its_place() {
    assertThatThrownBy(() -> timetable("0 0 25 * * ?", CALIFORNIA)).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("schedules.yaml:3: the cron `0 0 25 * * ?` of schedule nightly");
    assertThatThrownBy(() -> timetable("0 0 6 * * *", CALIFORNIA)).isInstanceOf(BadConfiguration.class);
  }

  private static Timetable timetable(String expression, ZoneId zone) {
    var cron = new Timing.Cron(expression, zone);
    var wish = new Wish("tidy", For.NOBODY, Optional.empty(), Set.of(), 1, "normal", Map.of());
    return Timetable.of(cron, new ScheduleEntry("nightly", "", cron, wish, "schedules.yaml:3"));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
