package band.civic.clerk.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.site.runs.RunEnd;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What schedules hand out, on any kind of registry.
abstract class FiringContract extends ScheduleOfficeTest {

  @Test
  void what_is_due_is_handed_out_in_order_never_attempted_first_then_the_longest_overdue_then_by_name() {
    office.with("a.ca", "b.ca", "c.ca", "d.ca", "e.ca", "nothing.ca");
    office.fire(office.entry(DUE));
    served("a.ca", RunEnd.State.SUCCEEDED);
    office.clock.move(Duration.ofHours(30));
    served("b.ca", RunEnd.State.SUCCEEDED);
    office.clock.move(Duration.ofHours(30));
    office.sql("UPDATE site_datasets SET next_due_at = NULL WHERE subdomain IN ('c.ca', 'd.ca')");
    served("e.ca", RunEnd.State.SUCCEEDED);
    office.sql("DELETE FROM jobs");

    assertThat(office.fire(office.entry(DUE))).isEqualTo(4);

    assertThat(office.queued()).containsExactly("c.ca", "d.ca", "a.ca", "b.ca");
  }

  @Test
  void a_site_that_was_handed_out_is_not_due_until_it_was_served_or_lost() {
    office.with("a.ca");
    assertThat(office.fire(office.entry(DUE))).isEqualTo(1);
    assertThat(office.fire(office.entry(DUE))).isZero();

    office.sql("DELETE FROM jobs");
    office.clock.move(HandOut.HOLD.plusMinutes(1));
    assertThat(office.fire(office.entry(DUE))).isEqualTo(1);
    office.clock.move(HandOut.HOLD.plusMinutes(1));
    assertThat(office.fire(office.entry(DUE))).isEqualTo(1);
    assertThat(office.queued()).as("the job that waits is found").containsExactly("a.ca");
  }

  @Test
  void a_site_that_a_live_run_holds_is_left_alone() {
    office.with("a.ca");
    open("a.ca");

    assertThat(office.fire(office.entry(DUE))).isZero();

    office.clock.move(Duration.ofMinutes(2));
    assertThat(office.fire(office.entry(DUE))).as("its lease has passed").isEqualTo(1);
  }

  @Test
  void a_reviewed_site_that_nobody_registered_is_registered_when_the_pipeline_is_for_it() {
    office.reviewed.addAll(List.of("new.ca", "nothing.ca"));

    office.fire(office.entry(DUE));

    assertThat(office.queued()).containsExactly("new.ca");
    assertThat(office.rows("SELECT subdomain FROM sites")).containsExactly("new.ca");
  }

  @Test
  void one_that_always_fails_waits_longer_each_time_and_nobody_waits_for_it() {
    office.with(Stream.of("abcdefghij".split("")).map(letter -> letter + ".ca").toArray(String[]::new));
    var attempts = new ArrayList<String>();
    for (var hour = 0; hour < 48; hour++) {
      office.fire(office.entry(DUE));
      for (var site : office.queued()) {
        attempts.add(site);
        served(site, site.equals("a.ca") ? RunEnd.State.FAILED : RunEnd.State.UNCHANGED);
      }
      office.sql("DELETE FROM jobs");
      office.clock.move(Duration.ofHours(1));
    }

    assertThat(attempts).filteredOn(site -> !site.equals("a.ca")).hasSize(18).contains("b.ca", "j.ca");
    assertThat(attempts).filteredOn("a.ca"::equals).hasSizeBetween(12, 20);
    assertThat(attempts.subList(0, 10)).doesNotHaveDuplicates();
  }

  @Test
  void of_schedulers_that_fire_at_the_same_instant_one_takes_each_site() throws Exception {
    office.with(IntStream.range(0, 150).mapToObj("s%03d.ca"::formatted).toArray(String[]::new));
    var entry = office.entry(DUE);
    office.fire(office.entry("""
          - {name: none, every: 5m, job: finance.etl, sites: due, only: [nowhere.ca]}
        """));

    var handedOut = together(4, entry);

    assertThat(handedOut.stream().mapToInt(Integer::intValue).sum()).isEqualTo(150);
    assertThat(office.queued()).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void no_more_than_the_limit_is_handed_out_at_a_time_and_only_to_the_sites_that_are_named() {
    office.with(IntStream.range(0, 130).mapToObj("s%03d.ca"::formatted).toArray(String[]::new));

    assertThat(office.fire(office.entry("""
          - {name: few, every: 5m, job: finance.etl, sites: due, limit: 110}
        """))).isEqualTo(110);
    assertThat(office.fire(office.entry("""
          - {name: named, every: 5m, job: finance.etl, sites: due, only: [s125.ca, s001.ca]}
        """))).isEqualTo(1);
  }

  @Test
  void what_nothing_here_can_do_is_left_out() {
    office.with("a.ca");

    assertThat(office.fire(office.entry("""
          - {name: other, every: 5m, job: budgets.etl, sites: due}
        """))).isZero();
    assertThat(office.fire(office.entry("""
          - {name: unknown, every: 5m, job: unknown}
        """))).isZero();
  }

  @Test
  void a_schedule_whose_job_cannot_be_made_so_is_refused_with_its_place() {
    assertThatThrownBy(() -> office.fire(office.entry("""
          - {name: wrong, every: 5m, job: finance.etl, sites: due, options: {form: old}}
        """))).isInstanceOf(BadConfiguration.class)
        .hasMessageMatching("(?s).*schedules.yaml:3: schedule wrong: .*no argument \"form\"; it takes from.*");
    assertThatThrownBy(() -> office.fire(office.entry("""
          - {name: wrong, every: 5m, job: finance.etl}
        """))).hasMessageContaining("is for a site");
  }
}
