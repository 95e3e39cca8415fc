package band.civic.clerk.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.site.runs.RunEnd;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How planned times are served, on any kind of registry.
abstract class WindowContract extends ScheduleOfficeTest {

  @Test
  void of_schedulers_that_fire_at_a_planned_time_one_serves_it() throws Exception {
    office.with("a.ca", "b.ca", "c.ca");
    var entry = office.entry(DAILY);
    office.fire(entry);
    office.clock.move(Duration.ofHours(9));

    assertThat(together(4, entry)).containsOnlyOnce(3);
    assertThat(office.queued()).hasSize(3);
    assertThat(office.rows("SELECT DISTINCT created_by, arguments FROM jobs"))
        .containsExactly("schedule daily {\"from\":\"old\"}");
  }

  @Test
  void a_planned_time_that_passed_before_the_schedule_was_known_is_not_caught_up() {
    office.with("a.ca");

    assertThat(office.fire(office.entry(DAILY))).isZero();
  }

  @Test
  void planned_times_that_passed_while_no_scheduler_ran_are_caught_up_once() {
    office.with("a.ca");
    var entry = office.entry(DAILY);
    office.fire(entry);
    office.clock.move(Duration.ofDays(5));

    assertThat(office.fire(entry)).isEqualTo(1);
    assertThat(office.fire(entry)).isZero();
    assertThat(office.rows("SELECT last_window_at FROM schedules")).containsExactly("2026-11-28T14:00:00.000Z");
  }

  @Test
  void a_daily_schedule_leaves_out_who_was_served_lately_and_takes_who_is_not_due_yet() {
    office.with("a.ca", "b.ca");
    var entry = office.entry(DAILY);
    office.fire(office.entry(DUE));
    served("a.ca", RunEnd.State.SUCCEEDED);
    office.fire(entry);
    office.clock.move(Duration.ofHours(5));
    served("b.ca", RunEnd.State.SUCCEEDED);
    office.sql("DELETE FROM jobs");
    office.clock.move(Duration.ofHours(3));

    assertThat(office.fire(entry)).isEqualTo(1);
    assertThat(office.queued()).containsExactly("a.ca");
  }

  @Test
  void a_paused_schedule_does_nothing_and_what_it_missed_is_not_caught_up() {
    office.with("a.ca");
    var daily = office.entry(DAILY);
    var due = office.entry(DUE);
    office.fire(daily);
    var book = office.desk().book();
    book.pause("daily");
    book.pause("next");
    office.clock.move(Duration.ofHours(9));

    assertThat(office.fire(daily) + office.fire(due)).isZero();

    book.resume("daily", Agenda.lastWindow(daily, office.clock.instant()));
    book.resume("next", Optional.empty());
    assertThat(office.fire(daily)).isZero();
    assertThat(office.fire(due)).isEqualTo(1);
    office.clock.move(Duration.ofHours(24));
    assertThat(office.fire(daily)).isEqualTo(1);
  }

  @Test
  void a_job_for_no_site_is_put_in_once_for_each_planned_time() {
    var entry = office.entry("""
          - {name: monthly, cron: "0 0 3 ? * SAT#1", job: tidy, priority: low}
        """);
    office.fire(entry);
    office.clock.move(Duration.ofDays(11));
    var before = office.fire(entry);
    office.clock.move(Duration.ofDays(1));

    assertThat(before).as("5 December, three at night in Los Angeles, has not come").isZero();
    assertThat(office.fire(entry)).isEqualTo(1);
    assertThat(office.rows("SELECT type, priority FROM jobs")).containsExactly("tidy 9");
    assertThat(office.rows("SELECT count(*) FROM schedules WHERE last_job_id IS NOT NULL")).containsExactly("1");
  }
}
