package band.civic.clerk.core;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `clerk finance …`, typed.
class PipelineCommandsTest {
  @TempDir
  private Path directory;

  private Typed clerk;

  @BeforeEach
  void open() {
    clerk = new Typed(directory);
  }

  @Test
  void a_person_is_told_what_was_done_where_it_is_and_what_to_type_next() {
    clerk.with("alameda.ca").pipeline.when("clean", context -> TaskReport.empty()
        .withChanged(1)
        .withNotices(List.of(Notice.warning("odd_date", "row 1", "A date is odd."))));

    var result = clerk.finance("etl", "--subdomain", "alameda.ca");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("alameda.ca finance: done", "publish  succeeded", "it never ran")
        .contains("Published: " + clerk.storage().resolve("alameda.ca/finance/invented.db"))
        .contains("100 records (gifts, loans) from Invented (X), 2020-01-01 to 2020-12-31")
        .contains("Notices:   1 odd_date", "Next:      `clerk site show alameda.ca`");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"etl", "extract", "transform", "load"})
  void every_stage_command_wants_exactly_one_kind_of_site(String command) {
    assertThat(clerk.finance(command).exitCode()).isEqualTo(2);
    assertThat(clerk.finance(command, "--all", "--next-site").exitCode()).isEqualTo(2);
    assertThat(clerk.finance(command, "a.ca", "--subdomain", "a.ca").err()).contains("Give one of --subdomain");
  }

  @Test
  void a_bare_subdomain_will_do() {
    assertThat(clerk.with("alameda.ca").finance("etl", "alameda.ca").exitCode()).isZero();
  }

  @Test
  void an_unknown_site_ends_with_1_and_no_run() {
    var result = clerk.with("alameda.ca").finance("etl", "--subdomain", "nope");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("There is no site `nope`").doesNotContain("at band.civic");
    assertThat(clerk.one("SELECT count(*) FROM runs")).isEqualTo("0");
  }

  @Test
  void json_is_one_document_with_stable_names() {
    var result = clerk.with("alameda.ca").finance("etl", "alameda.ca", "--json");

    assertThat(result.out().lines().filter(line -> line.startsWith("  \""))).extracting(line -> line.split("\"")[1])
        .containsExactly("run_id", "subdomain", "data_type", "state", "exit_code", "tasks", "notices", "summary",
            "error",
            "abandoned_run_id");
    assertThat(result.out()).contains("\"state\": \"succeeded\"", "\"record_count\": 100", "\"error\": null",
        "\"rows_changed\": 100");
  }

  @Test
  void json_tells_a_failure_and_so_do_stderr_and_the_exit_code() {
    clerk.with("alameda.ca").pipeline.when("money", context -> {
      throw new BadSourceData("Page 3 is HTML.");
    });

    var result = clerk.finance("etl", "alameda.ca", "--json");

    assertThat(result.exitCode()).isEqualTo(65);
    assertThat(result.out()).contains("\"kind\": \"BadSourceData\"", "\"message\": \"Page 3 is HTML.\"",
        "\"state\": \"failed\"");
    assertThat(result.err()).isEqualTo("clerk: Page 3 is HTML.\n");
  }

  @Test
  void a_bug_names_the_run_and_the_log_and_shows_its_stack_only_when_asked() {
    clerk.with("alameda.ca").pipeline.when("money", context -> {
      throw new IllegalStateException("row 7");
    });

    var result = clerk.finance("etl", "alameda.ca");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("this is a bug: java.lang.IllegalStateException: row 7", "run  alameda.ca_",
        "logs/clerk.jsonl").doesNotContain("\tat ");
    assertThat(clerk.finance("etl", "alameda.ca", "--verbose").err()).contains("\tat ");
  }

  @Test
  void quiet_prints_nothing_but_the_log_has_it() throws IOException {
    var result = clerk.with("alameda.ca").finance("etl", "alameda.ca", "--quiet");

    assertThat(result.out()).isEmpty();
    assertThat(Files.readAllLines(clerk.storage().resolve("logs/clerk.jsonl"))).anySatisfy(line -> assertThat(line)
        .contains("\"subdomain\":\"alameda.ca\"", "\"run_id\":\"alameda.ca_", "succeeded: it never ran"));
  }

  @Test
  void a_dry_run_shows_a_plan_and_touches_nothing() throws IOException {
    Files.createDirectories(directory.resolve("site-config/sites"));
    Files.writeString(directory.resolve("site-config/sites/new.ca.yaml"), """
        subdomain: new.ca
        name: New
        state: CA
        country: US
        kind: city
        """);

    var result = clerk.finance("etl", "new.ca", "--dry-run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("1  people   -             run    it never ran");
    assertThat(clerk.storage()).doesNotExist();
  }

  @Test
  void a_dry_run_for_a_known_site_leaves_no_row() {
    clerk.with("alameda.ca").finance("etl", "alameda.ca");

    var result = clerk.finance("etl", "alameda.ca", "--dry-run", "--json", "--force", "--tasks", "clean");

    assertThat(result.out()).contains("\"action\": \"skip\"", "\"action\": \"run\"", "--force was given",
        "\"dry_run\": true");
    assertThat(clerk.one("SELECT count(*) FROM runs")).isEqualTo("1");
    assertThat(clerk.one("SELECT last_attempt_at FROM site_datasets")).isEqualTo("2026-11-24T06:00:00.000Z");
  }

  @Test
  void list_tasks_needs_no_site() {
    var result = clerk.finance("transform", "--list-tasks");

    assertThat(result.out()).isEqualToIgnoringNewLines("""
        TASK   STAGE      AFTER         READS          WRITES
        clean  transform  money,people  pages,persons  silver
        """);
    assertThat(clerk.storage()).doesNotExist();
  }

  @Test
  void an_unknown_task_is_a_usage_error_that_lists_those_there_are() {
    var result = clerk.with("alameda.ca").finance("extract", "alameda.ca", "--tasks", "peple");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("There is no task \"peple\" here; there are people, money.");
  }

  @Test
  void with_all_the_next_site_goes_on_and_the_worst_code_wins() {
    clerk.with("a.ca", "b.ca", "c.ca", "nothing.ca").pipeline.when("money", context -> switch (context.site()
        .subdomain()) {
      case "a.ca" -> throw new SourceUnavailable("No answer.");
      case "b.ca" -> throw new BadSourceData("Not a workbook.");
      default -> TaskReport.empty().withChanged(1);
    });

    var result = clerk.finance("etl", "--all");

    assertThat(result.exitCode()).isEqualTo(75);
    assertThat(result.out()).contains("a.ca: failed", "No answer.", "b.ca: failed", "c.ca: done",
        "3 of 3 sites: 2 failed, 1 succeeded");
    assertThat(clerk.finance("etl", "--all", "--json").out()).contains("\"exit_code\": 75", "\"runs\": [");
  }

  @Test
  void with_parallel_sites_are_worked_on_side_by_side() {
    var both = new CountDownLatch(2);
    clerk.with("a.ca", "b.ca").pipeline.when("money", context -> {
      both.countDown();
      return TaskReport.empty().withChanged(await(both) ? 1 : 0);
    });

    assertThat(clerk.finance("etl", "--all", "--parallel", "2").exitCode()).isZero();
    assertThat(both.getCount()).isZero();
  }

  @Test
  void next_site_takes_one_and_says_when_nothing_is_due() {
    clerk.with("a.ca", "b.ca");

    assertThat(clerk.finance("etl", "--next-site").out()).contains("a.ca finance: done");
    assertThat(clerk.finance("etl", "--next-site").out()).contains("b.ca finance");
    var none = clerk.finance("etl", "--next-site");
    assertThat(none.exitCode()).isZero();
    assertThat(none.out()).isEqualTo("Nothing is due for finance.\n");
    clerk.clock.move(Duration.ofHours(26));
    assertThat(clerk.finance("etl", "--next-site", "--json").out()).contains("\"state\": \"unchanged\"");
  }

  @Test
  void the_pipelines_own_options_reach_its_tasks() {
    var seen = new ConcurrentHashMap<String, String>();
    clerk.with("alameda.ca").pipeline.when("money", context -> {
      context.option("from").ifPresent(value -> seen.put("from", value));
      context.option("sample").ifPresent(value -> seen.put("sample", value));
      return TaskReport.empty().withChanged(1);
    });

    clerk.finance("extract", "alameda.ca", "--from", "some/dir", "--sample");

    assertThat(seen).containsEntry("from", "some/dir").containsEntry("sample", "true");
    assertThat(clerk.finance("load", "alameda.ca", "--from", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void a_rollback_says_what_it_brought_back_and_what_happens_next() {
    clerk.with("alameda.ca").finance("etl", "alameda.ca");
    clerk.pipeline.records.set(250);
    clerk.clock.move(Duration.ofHours(30));
    clerk.finance("etl", "alameda.ca");

    assertThat(clerk.finance("rollback", "alameda.ca", "--list").out()).contains("invented-2026");
    var result = clerk.finance("rollback", "alameda.ca");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("rolled back to invented-", "100 records",
        "this version stays until the source changes");
    assertThat(clerk.finance("rollback", "nope").exitCode()).isEqualTo(1);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
