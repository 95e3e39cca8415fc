package band.civic.clerk.core.pipeline;

import static java.util.stream.Collectors.joining;

import band.civic.clerk.core.site.runs.TaskState.Attempt;
import band.civic.clerk.core.site.runs.TaskState;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Decides for one task whether it has anything to do. The first reason that holds is the one that is shown;
/// `docs/explanation/pipelines.md` lists them in this order.
///
/// @param state what earlier runs left
/// @param circumstances what this run was given
public record SkipRule(PipelineState state, Circumstances circumstances) {

  /// What a run was given.
  ///
  /// @param options values of the pipeline's options, by name
  /// @param declared the options the pipeline has
  /// @param pluginVersion version of the plugin that brings the pipeline
  /// @param now the instant that freshness is judged by
  public record Circumstances(Map<String, String> options, List<PipelineOption> declared, String pluginVersion,
      Instant now) {

    /// The values of one stage's options.
    public Map<String, String> optionsOf(Stage stage) {
      var given = new TreeMap<String, String>();
      declared.stream()
          .filter(option -> option.stage() == stage && options.containsKey(option.name()))
          .forEach(option -> given.put(option.name(), options.getOrDefault(option.name(), "")));
      return given;
    }
  }

  /// Decides, leaving aside what happened in this run.
  public Decision decide(Task task) {
    var known = state.find(task.name());
    if (known.isEmpty()) {
      return Decision.run("it never ran");
    }
    var before = known.get();
    if (before.completedAt().isEmpty()) {
      return Decision.run("it never completed; " + lastAttempt(before));
    }
    return Stream.of(unfinished(before), otherVersion(before), options(task, before), newerTable(task, before),
        stale(task, before), file(task))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Decision::run)
        .orElseGet(() -> Decision.skip(upToDate(task, before)));
  }

  private static Optional<String> unfinished(TaskState before) {
    return when(before.attempt() != Attempt.SUCCEEDED, lastAttempt(before));
  }

  private static String lastAttempt(TaskState before) {
    return switch (before.attempt()) {
      case FAILED -> "its last attempt failed (run %s)".formatted(before.runId());
      case RUNNING, ABANDONED -> "its last attempt did not finish (run %s)".formatted(before.runId());
      case SUCCEEDED -> "its last attempt succeeded (run %s)".formatted(before.runId());
    };
  }

  private Optional<String> otherVersion(TaskState before) {
    var now = circumstances.pluginVersion();
    return when(!before.pluginVersion().equals(now),
        "the plugin is at version %s, last time it was %s".formatted(now, before.pluginVersion()));
  }

  private Optional<String> options(Task task, TaskState before) {
    var given = circumstances.optionsOf(task.stage());
    if (task.stage() == Stage.EXTRACT) {
      return when(!given.isEmpty(), written(given) + " was given");
    }
    return when(!given.equals(before.seenOptions()),
        "it runs with %s, last time with %s".formatted(written(given), written(before.seenOptions())));
  }

  private Optional<String> newerTable(Task task, TaskState before) {
    return Stream.concat(task.reads().stream(), task.dependsOn().stream().map(PipelineState::versionKey))
        .sorted()
        .filter(table -> state.versions().getOrDefault(table, 0L) > before.seenVersions().getOrDefault(table, 0L))
        .findFirst()
        .map(SkipRule::changedSince);
  }

  private static String changedSince(String table) {
    var task = PipelineState.versionKey("");
    return table.startsWith(task)
        ? "task \"%s\" changed something since".formatted(table.substring(task.length()))
        : "table \"%s\" changed since".formatted(table);
  }

  private Optional<String> stale(Task task, TaskState before) {
    return freshUntil(task, before).filter(until -> !until.isAfter(circumstances.now()))
        .map(until -> "it was last done %s and stays fresh for %s".formatted(ago(before), hours(task)));
  }

  private Optional<String> file(Task task) {
    return state.fileFault().filter(fault -> task.stage() == Stage.LOAD).map(fault -> "the published file " + fault);
  }

  private String upToDate(Task task, TaskState before) {
    var extracted = task.stage() == Stage.EXTRACT && !before.seenOptions().isEmpty();
    var seen = extracted ? ", then with " + written(before.seenOptions()) : "";
    return freshUntil(task, before).map(until -> until.truncatedTo(ChronoUnit.SECONDS))
        .map(until -> "fresh until %s: done %s%s".formatted(until, ago(before), seen))
        .orElseGet(() -> "nothing changed since it was done %s%s".formatted(ago(before), seen));
  }

  private static Optional<Instant> freshUntil(Task task, TaskState before) {
    return task.stage() == Stage.EXTRACT
        ? task.freshness().maxAge().flatMap(age -> before.completedAt().map(at -> at.plus(age)))
        : Optional.empty();
  }

  private String ago(TaskState before) {
    var then = before.completedAt().orElseThrow();
    var minutes = Math.max(0, Duration.between(then, circumstances.now()).toMinutes());
    if (minutes < 1) {
      return "just now";
    }
    var hours = minutes / 60;
    return hours < 2 ? minutes + " minutes ago" : hours < 48 ? hours + " hours ago" : hours / 24 + " days ago";
  }

  private static String hours(Task task) {
    var hours = task.freshness().maxAge().orElseThrow().toHours();
    return hours == 1 ? "1 hour" : hours + " hours";
  }

  private static String written(Map<String, String> options) {
    return options.isEmpty()
        ? "no option"
        : new TreeMap<>(options).entrySet().stream().map(SkipRule::written).collect(joining(" "));
  }

  private static String written(Map.Entry<String, String> option) {
    return "--" + option.getKey() + ("true".equals(option.getValue()) ? "" : " " + option.getValue());
  }

  private static Optional<String> when(boolean holds, String reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }
}
