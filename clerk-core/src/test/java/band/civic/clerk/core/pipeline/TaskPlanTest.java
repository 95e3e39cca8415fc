package band.civic.clerk.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.pipeline.SkipRule.Circumstances;
import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.core.site.runs.TaskState;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final TaskGraph GRAPH = TaskGraph.of("money", List.of(
      built(Task.extract("a").writes("x")),
      built(Task.extract("b")),
      built(Task.transform("clean").reads("x")),
      built(Task.load("publish").dependsOn("clean", "b"))));

  @Test
  void a_first_plan_runs_everything_in_order() {
    assertThat(plan(TaskSelection.all(), PipelineState.empty())).containsExactly("1 a RUN it never ran",
        "2 b RUN it never ran", "3 clean RUN it never ran", "4 publish RUN it never ran");
  }

  @Test
  void what_comes_after_a_task_that_runs_waits_to_see_whether_it_changes_something() {
    assertThat(plan(TaskSelection.all().withOnly(Set.of("a")).withForce(true), done("a", "b", "clean", "publish")))
        .containsExactly("1 a RUN --force was given");
    assertThat(plan(TaskSelection.all(), done("b", "clean", "publish"))).containsExactly("1 a RUN it never ran",
        "2 b SKIP nothing changed since it was done just now",
        "3 clean RUN_IF_CHANGED only if \"a\" changes something; else nothing changed since it was done just now",
        "4 publish RUN_IF_CHANGED only if \"clean\" changes something; else nothing changed since it was done just now");
  }

  @Test
  void a_stage_alone_is_blocked_when_what_it_needs_never_completed() {
    assertThat(plan(TaskSelection.of(Stage.TRANSFORM, Stage.LOAD), done("b"))).containsExactly(
        "1 clean BLOCKED it needs \"a\", which never completed; run that first",
        "2 publish BLOCKED it needs \"clean\", which cannot run");
  }

  @Test
  void a_table_that_several_tasks_write_is_there_when_one_of_them_wrote_it() {
    var graph = TaskGraph.of("money", List.of(built(Task.extract("files").writes("rows")),
        built(Task.extract("api").writes("rows")), built(Task.transform("clean").reads("rows"))));
    var transform = TaskSelection.of(Stage.TRANSFORM);

    assertThat(plan(graph, transform, done("files"))).containsExactly("1 clean RUN it never ran");
    assertThat(plan(graph, transform, PipelineState.empty()))
        .containsExactly("1 clean BLOCKED it needs \"api\", which never completed; run that first");
  }

  @Test
  void a_named_task_brings_what_it_depends_on() {
    assertThat(names(TaskSelection.all().withOnly(Set.of("clean")))).containsExactly("a", "clean");
    assertThat(names(TaskSelection.all().withOnly(Set.of("clean")).withSkipDependencies(true)))
        .containsExactly("clean");
    assertThat(names(TaskSelection.of(Stage.TRANSFORM).withOnly(Set.of("clean")))).containsExactly("clean");
  }

  @Test
  void a_skipped_task_is_left_out() {
    assertThat(names(TaskSelection.all().withSkip(Set.of("b")))).containsExactly("a", "clean", "publish");
  }

  @Test
  void force_is_for_what_was_named_not_for_what_it_needs() {
    var selection = TaskSelection.all().withOnly(Set.of("clean")).withForce(true);

    assertThat(plan(selection, done("a", "b", "clean", "publish"))).containsExactly(
        "1 a SKIP nothing changed since it was done just now", "2 clean RUN --force was given");
  }

  private static List<String> plan(TaskSelection selection, PipelineState state) {
    return plan(GRAPH, selection, state);
  }

  private static List<String> plan(TaskGraph graph, TaskSelection selection, PipelineState state) {
    var rule = new SkipRule(state, new Circumstances(Map.of(), List.of(), "1", NOW));
    return TaskPlan.of(graph, selection, rule).steps().stream().map(TaskPlanTest::line).toList();
  }

  private static String line(TaskPlan.Step step) {
    var decision = step.decision();
    return "%d %s %s %s".formatted(step.number(), step.name(), decision.verdict(), decision.reason());
  }

  private static List<String> names(TaskSelection selection) {
    return selection.from(GRAPH).stream().map(Task::name).toList();
  }

  private static PipelineState done(String... tasks) {
    var state = new TaskState(Attempt.SUCCEEDED, "r", Optional.of(NOW), Map.of(), Map.of(), "1");
    var states = new HashMap<String, TaskState>();
    List.of(tasks).forEach(task -> states.put(task, state));
    return new PipelineState(states, Map.of(), Optional.empty());
  }

  private static Task built(Task.Builder task) {
    return task.runs(context -> TaskReport.empty());
  }
}
