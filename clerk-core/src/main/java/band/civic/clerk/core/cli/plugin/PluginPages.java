package band.civic.clerk.core.cli.plugin;

import static java.util.stream.Collectors.joining;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.cli.plugin.PluginReport.Entry;
import band.civic.clerk.core.plugin.LoadedPlugin;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A [PluginReport] for people.
final class PluginPages {

  private PluginPages() {}

  /// One line for each plugin, then what is wrong.
  static String list(PluginReport report) {
    if (report.entries().isEmpty()) {
      return "No plugins.";
    }
    var table = TextTable.of("PLUGIN", "VERSION", "STATE", "BRINGS", "FILE");
    report.entries()
        .forEach(entry -> table.add(entry.name(), entry.version(), entry.state(), brings(entry),
            String.valueOf(entry.file().getFileName())));
    return lines(Stream.concat(Stream.of(table.toString()), problems(report)));
  }

  /// `ok` or `bad` for each plugin, with what is wrong.
  static String verdicts(PluginReport report) {
    var verdicts = report.entries().stream().map(PluginPages::verdict);
    return report.entries().isEmpty() ? "No plugins." : lines(Stream.concat(verdicts, report.clashes().stream()));
  }

  private static String verdict(Entry entry) {
    var name = (entry.name() + " " + entry.version()).strip();
    return "%-4s%s (%s)".formatted(entry.state(), name, entry.file())
        + entry.problems().stream().map(problem -> "\n    " + problem).collect(joining());
  }

  /// Everything about one plugin.
  static String show(Entry entry, String hostVersion) {
    var lines = new ArrayList<>(List.of(entry.name() + " " + entry.version()));
    entry.plugin().map(LoadedPlugin::description).filter(text -> !text.isEmpty()).ifPresent(lines::add);
    lines.add("");
    lines.add("state      " + entry.state());
    entry.problems().forEach(problem -> lines.add("problem    " + problem));
    lines.add("file       " + entry.file());
    entry.plugin().ifPresent(plugin -> {
      lines.add("for clerk  " + plugin.requires() + " (this is " + hostVersion + ")");
      plugin.pipelines().forEach(pipeline -> lines.addAll(pipeline(pipeline.value())));
      plugin.jobTypes()
          .forEach(job -> lines.add("job type   " + job.value().name() + "  " + job.value().description()));
      lines.add("listeners  " + plugin.siteListeners().size());
      lines.add("commands   " + (entry.commands().isEmpty() ? "none" : String.join(", ", entry.commands())));
    });
    return lines(lines.stream());
  }

  private static List<String> pipeline(Pipeline pipeline) {
    var lines = new ArrayList<>(List.of("pipeline   " + pipeline.dataType() + "  " + pipeline.description() + " ("
        + pipeline.database().path() + ")"));
    pipeline.tasks()
        .forEach(task -> lines.add("           %-9s  %s%s".formatted(stage(task), task.name(),
            task.dependsOn().isEmpty() ? "" : " after " + String.join(", ", sorted(task.dependsOn())))));
    return lines;
  }

  private static String brings(Entry entry) {
    return entry.plugin()
        .map(plugin -> Stream.of(
            words("pipeline", plugin.pipelines().stream().map(pipeline -> pipeline.value().dataType()).toList()),
            words("job type", plugin.jobTypes().stream().map(job -> job.value().name()).toList()),
            words("command", entry.commands()),
            words("listener", plugin.siteListeners().stream().map(_ -> "").toList()).map(String::strip))
            .flatMap(Optional::stream)
            .collect(joining("; ")))
        .orElse("");
  }

  private static Optional<String> words(String kind, List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(kind + " " + String.join(", ", names));
  }

  private static Stream<String> problems(PluginReport report) {
    var all = Stream.concat(report.entries()
        .stream()
        .flatMap(entry -> entry.problems()
            .stream()
            .map(problem -> entry.name() + ": " + problem)),
        report.clashes().stream()).toList();
    return all.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(""), all.stream());
  }

  static String stage(Task task) {
    return task.stage().name().toLowerCase(Locale.ROOT);
  }

  static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(joining("\n"));
  }
}
