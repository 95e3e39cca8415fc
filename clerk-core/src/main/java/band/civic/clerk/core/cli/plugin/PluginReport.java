package band.civic.clerk.core.cli.plugin;

import band.civic.clerk.core.cli.PluginGroups;
import band.civic.clerk.core.pipeline.TaskGraph;
import band.civic.clerk.core.plugin.BrokenPlugin;
import band.civic.clerk.core.plugin.DisabledPlugin;
import band.civic.clerk.core.plugin.LoadedPlugin;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/// What `clerk plugin` says: one entry for each file, and the names that clash.
///
/// @param entries used ones by name, then those that are switched off, then bad ones
/// @param clashes one sentence each
record PluginReport(List<Entry> entries, List<String> clashes) {

  /// One plugin.
  ///
  /// @param name its id, or its file's name when the file does not say
  /// @param version semantic version; empty when it is not known
  /// @param file the jar, zip or directory
  /// @param state `ok`, `bad` or `off`
  /// @param problems what is wrong, one clause each
  /// @param plugin what it brings, if it could be loaded
  /// @param commands its own commands, `hello greet`
  record Entry(String name, String version, Path file, String state, List<String> problems,
      Optional<LoadedPlugin> plugin, List<String> commands) {}

  static PluginReport of(Plugins plugins, PluginGroups groups) {
    var entries = Stream.of(plugins.loaded().stream().map(plugin -> loaded(plugin, groups)),
        plugins.disabled().stream().map(PluginReport::disabled), plugins.broken().stream().map(PluginReport::broken));
    return new PluginReport(entries.flatMap(entry -> entry).toList(),
        Stream.concat(plugins.clashes().stream(), groups.clashes().stream()).distinct().toList());
  }

  /// The entries of one name.
  PluginReport only(String name) {
    return new PluginReport(entries.stream().filter(entry -> entry.name().equals(name)).toList(), List.of());
  }

  boolean isGood() {
    return clashes.isEmpty() && entries.stream().noneMatch(entry -> entry.state().equals("bad"));
  }

  private static Entry loaded(LoadedPlugin plugin, PluginGroups groups) {
    var problems = new ArrayList<String>();
    groups.broken()
        .stream()
        .filter(broken -> broken.file().equals(plugin.file()))
        .map(BrokenPlugin::cause)
        .forEach(problems::add);
    plugin.pipelines().forEach(pipeline -> findProblem(pipeline.value()).ifPresent(problems::add));
    return new Entry(plugin.id(), plugin.version(), plugin.file(), problems.isEmpty() ? "ok" : "bad", problems,
        Optional.of(plugin), groups.commandsOf(plugin).stream().flatMap(PluginReport::leaves).toList());
  }

  /// Asks the pipeline what it is asked at the start of a run.
  private static Optional<String> findProblem(Pipeline pipeline) {
    try {
      var path = pipeline.database().path();
      if (Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith("..")) {
        return Optional.of("its database " + path + " is not below the site's directory");
      }
      TaskGraph.of(pipeline);
      return Optional.empty();
    } catch (ClerkException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Optional.of("its pipeline " + pipeline.dataType() + " fails: " + e);
    }
  }

  private static Entry disabled(DisabledPlugin plugin) {
    return new Entry(plugin.id(), plugin.version(), plugin.file(), "off", List.of(), Optional.empty(), List.of());
  }

  private static Entry broken(BrokenPlugin plugin) {
    var name = plugin.id().orElse(String.valueOf(plugin.file().getFileName()));
    return new Entry(name, "", plugin.file(), "bad", List.of(plugin.cause()), Optional.empty(), List.of());
  }

  private static Stream<String> leaves(CommandLine command) {
    var below = command.getSubcommands().values().stream().distinct().toList();
    return below.isEmpty()
        ? Stream.of(command.getCommandSpec().qualifiedName())
        : below.stream().flatMap(PluginReport::leaves);
  }
}
