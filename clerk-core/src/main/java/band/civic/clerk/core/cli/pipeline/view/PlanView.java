package band.civic.clerk.core.cli.pipeline.view;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.pipeline.Decision.Verdict;
import band.civic.clerk.core.pipeline.TaskGraph;
import band.civic.clerk.core.pipeline.TaskPlan.Step;
import band.civic.clerk.core.pipeline.TaskPlan;
import band.civic.clerk.spi.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a run would do, and which tasks there are.
public final class PlanView {

  private PlanView() {}

  /// `--dry-run` for a person.
  public static List<String> lines(String subdomain, TaskPlan plan) {
    var table = TextTable.of("#", "TASK", "AFTER", "WOULD", "WHY");
    plan.steps()
        .forEach(step -> table.add(String.valueOf(step.number()), step.name(), after(step.dependsOn()),
            word(step.decision().verdict()), step.decision().reason()));
    return Stream
        .concat(Stream.of(subdomain + ": nothing is run (--dry-run)"), table.toString().lines().toList().stream())
        .toList();
  }

  /// `--dry-run --json`.
  public static Map<String, Object> json(String subdomain, String dataType, TaskPlan plan) {
    var document = new LinkedHashMap<String, Object>();
    document.put("subdomain", subdomain);
    document.put("data_type", dataType);
    document.put("dry_run", true);
    document.put("tasks", plan.steps().stream().map(PlanView::json).toList());
    return document;
  }

  /// `--list-tasks` for a person.
  public static List<String> lines(TaskGraph graph, Set<String> names) {
    var table = TextTable.of("TASK", "STAGE", "AFTER", "READS", "WRITES");
    tasks(graph, names).forEach(task -> table.add(task.name(), stage(task), after(graph.dependenciesOf(task.name())),
        after(task.reads()), after(task.writes())));
    return table.toString().lines().toList();
  }

  /// `--list-tasks --json`.
  public static List<Map<String, Object>> json(TaskGraph graph, Set<String> names) {
    return tasks(graph, names).map(task -> {
      var document = new LinkedHashMap<String, Object>();
      document.put("name", task.name());
      document.put("stage", stage(task));
      document.put("depends_on", sorted(graph.dependenciesOf(task.name())));
      document.put("reads", sorted(task.reads()));
      document.put("writes", sorted(task.writes()));
      return (Map<String, Object>) document;
    }).toList();
  }

  private static Stream<Task> tasks(TaskGraph graph, Set<String> names) {
    return graph.inOrder().stream().filter(task -> names.contains(task.name()));
  }

  private static Map<String, Object> json(Step step) {
    var document = new LinkedHashMap<String, Object>();
    document.put("number", step.number());
    document.put("name", step.name());
    document.put("stage", stage(step.task()));
    document.put("depends_on", sorted(step.dependsOn()));
    document.put("action", step.decision().verdict().name().toLowerCase(Locale.ROOT));
    document.put("reason", step.decision().reason());
    return document;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case RUN -> "run";
      case RUN_IF_CHANGED -> "perhaps run";
      case SKIP -> "be skipped";
      case BLOCKED -> "fail";
    };
  }

  private static String after(Set<String> names) {
    return names.isEmpty() ? "-" : String.join(",", new TreeSet<>(names));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static String stage(Task task) {
    return task.stage().name().toLowerCase(Locale.ROOT);
  }
}
