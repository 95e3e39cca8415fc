package band.civic.clerk.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.pipeline.SkipRule.Circumstances;
import band.civic.clerk.core.pipeline.TaskPlan.Step;
import band.civic.clerk.core.pipeline.TaskResult.Outcome;
import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.core.site.runs.TaskState;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TaskRunnerTest {
  private final Map<String, Function<Task, TaskReport>> works = new HashMap<>();
  private final List<String> journal = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void a_task_runs_again_when_one_before_it_changed_something_in_this_run() {
    works.put("a", task -> changed(3));
    works.put("clean", task -> changed(0));

    assertThat(run(1, false, doneBefore("clean", "publish", "b"))).containsExactly("a SUCCEEDED it never ran",
        "b SKIPPED nothing changed since it was done just now",
        "clean SUCCEEDED \"a\" changed something in this run",
        "publish SKIPPED nothing changed since it was done just now");
  }

  @Test
  void a_failure_blocks_only_what_depends_on_it() {
    works.put("a", task -> {
      throw new SourceUnavailable("no answer");
    });

    assertThat(run(1, false, PipelineState.empty())).containsExactly("a FAILED it never ran",
        "b SUCCEEDED it never ran",
        "clean BLOCKED it needs \"a\", which failed", "publish BLOCKED it needs \"clean\", which could not run");
  }

  @Test
  void continue_on_failure_goes_on_with_what_a_failed_task_left_earlier() {
    works.put("a", task -> {
      throw new SourceUnavailable("no answer");
    });
    var before = new PipelineState(Map.of("a", state(Attempt.FAILED), "clean", state(Attempt.FAILED), "b", state(
        Attempt.SUCCEEDED)), Map.of(), Optional.empty());

    assertThat(run(1, true, before)).containsExactly("a FAILED its last attempt failed (run r)",
        "b SKIPPED nothing changed since it was done just now", "clean SUCCEEDED its last attempt failed (run r)",
        "publish SUCCEEDED it never ran");
  }

  @Test
  void independent_tasks_run_side_by_side() {
    var both = new CountDownLatch(2);
    Function<Task, TaskReport> meet = task -> {
      both.countDown();
      return changed(await(both) ? 1 : 0);
    };
    works.put("a", meet);
    works.put("b", meet);

    run(2, false, PipelineState.empty());

    assertThat(both.getCount()).isZero();
    assertThat(journal.subList(0, 2)).containsExactly("start a", "start b");
  }

  @Test
  void one_at_a_time_is_written_down_one_at_a_time() {
    run(1, false, PipelineState.empty());

    assertThat(journal).containsExactly("start a", "end a", "start b", "end b", "start clean", "end clean",
        "start publish", "end publish");
  }

  @Test
  void a_bug_in_a_task_is_a_result_with_its_cause() {
    works.put("b", task -> {
      throw new LinkageError("gone");
    });

    assertThat(results(1, false, PipelineState.empty()).get(1).failure()).get().isInstanceOf(LinkageError.class);
  }

  @Test
  void cancelling_stops_a_task_that_sleeps_and_starts_no_other() {
    works.put("a", task -> {
      cancellation.request("Ctrl-C");
      return changed(await(new CountDownLatch(1)) ? 1 : 0);
    });
    var before = System.nanoTime();

    assertThat(run(1, false, PipelineState.empty())).containsExactly("a CANCELLED it never ran",
        "b CANCELLED the run was cancelled before", "clean CANCELLED the run was cancelled before",
        "publish CANCELLED the run was cancelled before");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  @Timeout(30)
  void a_task_that_does_not_listen_is_given_up_after_a_moment() {
    var over = new AtomicBoolean();
    works.put("a", task -> {
      cancellation.request("Ctrl-C");
      while (!over.get()) {
        Thread.onSpinWait();
      }
      return changed(1);
    });

    assertThat(results(1, false, PipelineState.empty()).getFirst().outcome()).isEqualTo(Outcome.CANCELLED);
    over.set(true);
  }

  @Test
  void what_was_finished_when_it_was_cancelled_is_kept() {
    works.put("a", task -> {
      cancellation.request("Ctrl-C");
      return changed(1);
    });

    assertThat(run(1, false, PipelineState.empty()).getFirst()).isEqualTo("a SUCCEEDED it never ran");
  }

  private List<String> run(int parallel, boolean continueOnFailure, PipelineState state) {
    return results(parallel, continueOnFailure, state).stream().map(TaskRunnerTest::line).toList();
  }

  private static String line(TaskResult result) {
    return "%s %s %s".formatted(result.task().name(), result.outcome(), result.reason());
  }

  private List<TaskResult> results(int parallel, boolean continueOnFailure, PipelineState state) {
    var graph = TaskGraph.of("money", List.of(
        built(Task.extract("a").writes("x")),
        built(Task.extract("b")),
        built(Task.transform("clean").reads("x")),
        built(Task.load("publish").dependsOn("clean"))));
    var rule = new SkipRule(state, new Circumstances(Map.of(), List.of(), "1", Instant.now()));
    var options = new TaskRunner.Options(parallel, continueOnFailure, cancellation, Duration.ofMillis(300),
        Clock.systemUTC());
    return new TaskRunner(options, this::work, new Lines()).run(TaskPlan.of(graph, TaskSelection.all(), rule));
  }

  private TaskReport work(Task task) {
    return works.getOrDefault(task.name(), any -> changed(1)).apply(task);
  }

  private static Task built(Task.Builder task) {
    return task.runs(context -> TaskReport.empty());
  }

  private static PipelineState doneBefore(String... tasks) {
    var states = new HashMap<String, TaskState>();
    List.of(tasks).forEach(task -> states.put(task, state(Attempt.SUCCEEDED)));
    return new PipelineState(states, Map.of(), Optional.empty());
  }

  private static TaskState state(Attempt attempt) {
    return new TaskState(attempt, "r", Optional.of(Instant.now()), Map.of(), Map.of(), "1");
  }

  private static TaskReport changed(long rows) {
    return TaskReport.empty().withChanged(rows);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Lines implements TaskJournal {
    @Override
    public void started(Step step, String reason) {
      journal.add("start " + step.task().name());
    }

    @Override
    public void ended(Step step, TaskResult result) {
      journal.add("end " + step.task().name());
    }
  }
}
