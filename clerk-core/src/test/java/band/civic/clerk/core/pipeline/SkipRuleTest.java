package band.civic.clerk.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.pipeline.Decision.Verdict;
import band.civic.clerk.core.pipeline.SkipRule.Circumstances;
import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.core.site.runs.TaskState;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkipRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final List<PipelineOption> OPTIONS = List.of(new PipelineOption("from", "PATH", "", Stage.EXTRACT),
      new PipelineOption("compat", "MODE", "", Stage.TRANSFORM));

  private static final Task FETCH = built(Task.extract("fetch").writes("pages").freshFor(Freshness.hours(20)));
  private static final Task CLEAN = built(Task.transform("clean").dependsOn("fetch").reads("pages").writes("silver"));
  private static final Task PUBLISH = built(Task.load("publish").dependsOn("clean").reads("silver"));

  @Test
  void a_task_runs_when_it_never_did() {
    assertThat(decide(FETCH, PipelineState.empty())).isEqualTo(new Decision(Verdict.RUN, "it never ran"));
  }

  @Test
  void a_task_runs_when_it_never_completed() {
    var state = new TaskState(Attempt.FAILED, "r1", Optional.empty(), Map.of(), Map.of(), "1.0");

    assertThat(decide(FETCH, with("fetch", state)).reason()).isEqualTo(
        "it never completed; its last attempt failed (run r1)");
  }

  @Test
  void a_task_runs_when_its_last_attempt_failed_or_did_not_finish() {
    assertThat(decide(CLEAN, with("clean", done(Attempt.FAILED)))).isEqualTo(new Decision(Verdict.RUN,
        "its last attempt failed (run r1)"));
    assertThat(decide(CLEAN, with("clean", done(Attempt.ABANDONED)))).isEqualTo(new Decision(Verdict.RUN,
        "its last attempt did not finish (run r1)"));
  }

  @Test
  void a_task_is_skipped_when_nothing_changed() {
    assertThat(decide(CLEAN, with("clean", done(Attempt.SUCCEEDED)))).isEqualTo(new Decision(Verdict.SKIP,
        "nothing changed since it was done 3 hours ago"));
  }

  @Test
  void a_task_runs_when_a_table_it_reads_has_a_newer_version_than_it_saw() {
    var state = new PipelineState(Map.of("clean", done(Attempt.SUCCEEDED)), Map.of("pages", 8L), Optional.empty());

    assertThat(decide(CLEAN, state)).isEqualTo(new Decision(Verdict.RUN, "table \"pages\" changed since"));
  }

  @Test
  void a_task_runs_when_a_task_it_depends_on_changed_something_in_an_earlier_run() {
    var state = new PipelineState(Map.of("clean", done(Attempt.SUCCEEDED)), Map.of("pages", 7L, "task:fetch", 8L),
        Optional.empty());

    assertThat(decide(CLEAN, state).reason()).isEqualTo("task \"fetch\" changed something since");
  }

  @Test
  void an_extract_task_runs_when_its_freshness_has_passed() {
    var before = done(Attempt.SUCCEEDED);
    var fresh = new SkipRule(with("fetch", before), circumstances(Map.of(), NOW));
    var stale = new SkipRule(with("fetch", before), circumstances(Map.of(), NOW.plus(Duration.ofHours(17))));

    assertThat(fresh.decide(FETCH)).isEqualTo(new Decision(Verdict.SKIP,
        "fresh until 2026-11-25T05:00:00Z: done 3 hours ago"));
    assertThat(stale.decide(FETCH)).isEqualTo(new Decision(Verdict.RUN,
        "it was last done 20 hours ago and stays fresh for 20 hours"));
  }

  @Test
  void an_extract_task_runs_when_an_option_of_its_stage_is_given() {
    var rule = new SkipRule(with("fetch", done(Attempt.SUCCEEDED)), circumstances(Map.of("from", "dir"), NOW));

    assertThat(rule.decide(FETCH)).isEqualTo(new Decision(Verdict.RUN, "--from dir was given"));
    assertThat(rule.decide(CLEAN).verdict()).isEqualTo(Verdict.RUN);
  }

  @Test
  void a_later_task_runs_when_an_option_of_its_stage_differs_from_last_time() {
    var rule = new SkipRule(with("clean", done(Attempt.SUCCEEDED)), circumstances(Map.of("compat", "old"), NOW));

    assertThat(rule.decide(CLEAN)).isEqualTo(new Decision(Verdict.RUN,
        "it runs with --compat old, last time with no option"));
  }

  @Test
  void an_option_of_another_stage_does_not_matter() {
    var rule = new SkipRule(with("clean", done(Attempt.SUCCEEDED)), circumstances(Map.of("from", "dir"), NOW));

    assertThat(rule.decide(CLEAN).verdict()).isEqualTo(Verdict.SKIP);
  }

  @Test
  void a_task_runs_when_the_plugin_has_another_version() {
    var before = new TaskState(Attempt.SUCCEEDED, "r1", Optional.of(NOW), Map.of(), Map.of(), "0.9");

    assertThat(decide(FETCH, with("fetch", before)).reason()).isEqualTo(
        "the plugin is at version 1.0, last time it was 0.9");
  }

  @Test
  void a_load_task_runs_when_the_published_file_is_not_as_recorded() {
    var state = new PipelineState(Map.of("publish", done(Attempt.SUCCEEDED), "clean", done(Attempt.SUCCEEDED)),
        Map.of(),
        Optional.of("is missing"));

    assertThat(decide(PUBLISH, state)).isEqualTo(new Decision(Verdict.RUN, "the published file is missing"));
    assertThat(decide(CLEAN, state).verdict()).isEqualTo(Verdict.SKIP);
  }

  @Test
  void what_was_extracted_with_an_option_says_so_when_it_is_skipped() {
    var before = new TaskState(Attempt.SUCCEEDED, "r1", Optional.of(NOW), Map.of(), Map.of("from", "dir"), "1.0");

    assertThat(decide(FETCH, with("fetch", before)).reason()).endsWith("done just now, then with --from dir");
  }

  private static Task built(Task.Builder task) {
    return task.runs(context -> TaskReport.empty());
  }

  private static Decision decide(Task task, PipelineState state) {
    return new SkipRule(state, circumstances(Map.of(), NOW)).decide(task);
  }

  private static Circumstances circumstances(Map<String, String> options, Instant now) {
    return new Circumstances(options, OPTIONS, "1.0", now);
  }

  private static PipelineState with(String task, TaskState state) {
    return new PipelineState(Map.of(task, state), Map.of("pages", 7L), Optional.empty());
  }

  private static TaskState done(Attempt attempt) {
    return new TaskState(attempt, "r1", Optional.of(NOW.minus(Duration.ofHours(3))), Map.of("pages", 7L, "task:fetch",
        7L), Map.of(), "1.0");
  }
}
