package band.civic.clerk.core.pipeline;

import static java.util.stream.Collectors.joining;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tasks of a pipeline, checked and put in an order in which they can run: stage by stage, and in a stage as they
/// were declared unless a dependency says otherwise. A task also depends on those that write a table it reads.
public final class TaskGraph {
  private final Map<String, Task> tasks;
  private final Map<String, Set<String>> dependencies;

  private TaskGraph(Map<String, Task> tasks, Map<String, Set<String>> dependencies) {
    this.tasks = tasks;
    this.dependencies = dependencies;
  }

  /// Checks the tasks of a pipeline.
  ///
  /// @throws BadConfiguration when two tasks have one name, a dependency does not exist or stands in a later stage, or
  ///   tasks depend on each other in a circle; the message names them
  public static TaskGraph of(Pipeline pipeline) {
    return of(pipeline.dataType(), pipeline.tasks());
  }

  /// Checks tasks, which are called after `owner` in messages.
  public static TaskGraph of(String owner, Collection<Task> declared) {
    var byName = new LinkedHashMap<String, Task>();
    for (var task : declared) {
      if (byName.put(task.name(), task) != null) {
        throw bad(owner, "two tasks are called \"%s\"; give one another name".formatted(task.name()));
      }
    }
    var dependencies = new LinkedHashMap<String, Set<String>>();
    byName.values().forEach(task -> dependencies.put(task.name(), directDependencies(owner, task, byName)));
    return new TaskGraph(ordered(owner, byName, dependencies), dependencies);
  }

  /// All tasks, each after what it depends on.
  public List<Task> inOrder() {
    return List.copyOf(tasks.values());
  }

  /// The names of all tasks, in order.
  public List<String> names() {
    return List.copyOf(tasks.keySet());
  }

  /// The task of that name.
  public Optional<Task> findTask(String name) {
    return Optional.ofNullable(tasks.get(name));
  }

  /// What the task depends on directly.
  public Set<String> dependenciesOf(String name) {
    return Set.copyOf(dependencies.getOrDefault(name, Set.of()));
  }

  /// What the task depends on, directly or through others.
  public Set<String> allDependenciesOf(String name) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayList<>(dependenciesOf(name));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (found.add(next)) {
        open.addAll(dependenciesOf(next));
      }
    }
    return found;
  }

  private static Set<String> directDependencies(String owner, Task task, Map<String, Task> byName) {
    var direct = new LinkedHashSet<String>();
    for (var name : task.dependsOn()) {
      var other = byName.get(name);
      if (other == null) {
        throw bad(owner,
            "task \"%s\" depends on \"%s\", which does not exist; there are %s".formatted(task.name(), name,
                byName.keySet()));
      }
      if (other.stage().compareTo(task.stage()) > 0) {
        throw bad(owner, "task \"%s\" (%s) depends on \"%s\" of the later stage %s".formatted(task.name(), task.stage(),
            name, other.stage()));
      }
      direct.add(name);
    }
    byName.values().stream().filter(other -> feeds(other, task)).map(Task::name).forEach(direct::add);
    return direct;
  }

  private static boolean feeds(Task writer, Task reader) {
    return !writer.name().equals(reader.name()) && writer.stage().compareTo(reader.stage()) <= 0 && writer.writes()
        .stream()
        .anyMatch(reader.reads()::contains);
  }

  private static Map<String, Task> ordered(String owner, Map<String, Task> byName, Map<String, Set<String>> needs) {
    var order = new LinkedHashMap<String, Task>();
    var left = new ArrayList<>(byName.values());
    left.sort((a, b) -> a.stage().compareTo(b.stage()));
    while (!left.isEmpty()) {
      var next = left.stream()
          .filter(task -> order.keySet().containsAll(needs.getOrDefault(task.name(), Set.of())))
          .findFirst()
          .orElseThrow(() -> bad(owner, "tasks depend on each other in a circle: " + circle(left, needs)));
      order.put(next.name(), next);
      left.remove(next);
    }
    return order;
  }

  /// Every task that is left waits for another one that is left, so following them comes round.
  private static String circle(List<Task> left, Map<String, Set<String>> needs) {
    var names = left.stream().map(Task::name).toList();
    var path = new ArrayList<String>();
    var at = names.getFirst();
    while (!path.contains(at)) {
      path.add(at);
      at = needs.getOrDefault(at, Set.of()).stream().filter(names::contains).findFirst().orElseThrow();
    }
    path.add(at);
    return path.subList(path.indexOf(at), path.size()).stream().collect(joining(" -> "));
  }

  private static BadConfiguration bad(String owner, String what) {
    return new BadConfiguration("The pipeline \"%s\" cannot run: %s.".formatted(owner, what));
  }
}
