package band.civic.clerk.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskGraphTest {

  @Test
  void tasks_stand_after_what_they_depend_on_and_else_as_declared() {
    var graph = graph(
        Task.load("publish").dependsOn("clean"),
        Task.extract("b").dependsOn("a"),
        Task.transform("clean").dependsOn("b"),
        Task.extract("a"),
        Task.extract("c"));

    assertThat(graph.names()).containsExactly("a", "b", "c", "clean", "publish");
    assertThat(graph.allDependenciesOf("publish")).containsExactlyInAnyOrder("clean", "b", "a");
  }

  @Test
  void who_reads_a_table_depends_on_who_writes_it() {
    var graph = graph(Task.transform("clean").reads("pages"), Task.extract("fetch").writes("pages"));

    assertThat(graph.dependenciesOf("clean")).containsExactly("fetch");
  }

  @Test
  void two_tasks_of_one_name_are_refused() {
    assertThatThrownBy(() -> graph(Task.extract("a"), Task.load("a")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("\"money\"")
        .hasMessageContaining("two tasks are called \"a\"");
  }

  @Test
  void an_unknown_dependency_is_named_with_the_task_that_has_it() {
    assertThatThrownBy(() -> graph(Task.extract("a").dependsOn("b")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("\"a\" depends on \"b\", which does not exist");
  }

  @Test
  void a_dependency_on_a_later_stage_is_refused() {
    assertThatThrownBy(() -> graph(Task.extract("a").dependsOn("b"), Task.load("b")))
        .hasMessageContaining("\"a\" (EXTRACT) depends on \"b\" of the later stage LOAD");
  }

  @Test
  void a_circle_is_shown_from_task_to_task() {
    assertThatThrownBy(() -> graph(
        Task.extract("first"),
        Task.extract("a").dependsOn("b", "first"),
        Task.extract("b").dependsOn("c"),
        Task.extract("c").dependsOn("a")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("a -> b -> c -> a")
        .hasMessageNotContaining("first");
  }

  @Test
  void a_task_that_depends_on_itself_is_a_circle() {
    assertThatThrownBy(() -> graph(Task.extract("a").dependsOn("a"))).hasMessageContaining("a -> a");
  }

  @Test
  void any_graph_without_a_circle_is_ordered_and_any_with_one_is_refused() {
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var tasks = acyclic(random);
      var seen = new HashSet<String>();

      TaskGraph.of("random", tasks).inOrder().forEach(task -> {
        assertThat(seen).containsAll(task.dependsOn());
        seen.add(task.name());
      });

      assertThat(seen).hasSize(tasks.size());
      assertThatThrownBy(() -> TaskGraph.of("random", closed(tasks))).isInstanceOf(BadConfiguration.class);
    }
  }

  /// A task depends on some of those with a lower number.
  private static List<Task> acyclic(Random random) {
    var tasks = new ArrayList<Task>();
    for (var number = 0; number < 2 + random.nextInt(10); number++) {
      var before = IntStream.range(0, number).filter(n -> random.nextInt(3) == 0).mapToObj(n -> "t" + n);
      tasks.add(built(Task.extract("t" + number).dependsOn(before.toArray(String[]::new))));
    }
    Collections.shuffle(tasks, random);
    return tasks;
  }

  /// Makes the first task and the last one depend on each other.
  private static List<Task> closed(List<Task> tasks) {
    var last = "t" + (tasks.size() - 1);
    var more = new ArrayList<>(tasks);
    more.removeIf(task -> task.name().equals(last) || task.name().equals("t0"));
    more.add(built(Task.extract(last).dependsOn("t0")));
    more.add(built(Task.extract("t0").dependsOn(last)));
    return more;
  }

  private static TaskGraph graph(Task.Builder... tasks) {
    return TaskGraph.of("money", Arrays.stream(tasks).map(TaskGraphTest::built).toList());
  }

  private static Task built(Task.Builder task) {
    return task.runs(context -> TaskReport.empty());
  }
}
