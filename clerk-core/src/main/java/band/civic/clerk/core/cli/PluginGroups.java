package band.civic.clerk.core.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import band.civic.clerk.core.plugin.BrokenPlugin;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.plugin.LoadedPlugin;
import band.civic.clerk.core.plugin.PluginCatalog;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;

/// What plugins add to the command tree: a group for each data type, which holds the commands that the host makes for its
/// pipeline, and the plugins' own commands with their nesting as it is. A command named like a data type of its own plugin
/// *is* that group, so its subcommands stand beside `etl`, `extract` and the rest.
public final class PluginGroups {
  private final Plugins plugins;
  private final List<Contributed<CommandLine>> commands = new ArrayList<>();
  private final List<BrokenPlugin> broken = new ArrayList<>();
  private final Set<CommandLine> madeByHost = new HashSet<>();
  private final List<String> clashes;

  private PluginGroups(Plugins plugins, Collection<String> hostCommands) {
    this.plugins = plugins;
    plugins.loaded().forEach(plugin -> plugin.commands().forEach(command -> read(plugin, command)));
    this.clashes = findClashes(hostCommands);
  }

  /// Reads what the plugins bring. A command that picocli cannot read is left out and listed in [#broken].
  ///
  /// @param hostCommands the names of the host's own commands, which no plugin may use
  public static PluginGroups of(Plugins plugins, Collection<String> hostCommands) {
    return new PluginGroups(plugins, hostCommands);
  }

  /// Commands that cannot be used, and why. What else their plugin brings works.
  public List<BrokenPlugin> broken() {
    return List.copyOf(broken);
  }

  /// Names that more than one plugin, or a plugin and clerk itself, use: one sentence each.
  public List<String> clashes() {
    return clashes;
  }

  /// What `clerk --help` says of the groups and of what cannot be used.
  public PluginCatalog catalog() {
    var groups = new TreeMap<String, String>();
    plugins.pipelines().forEach(pipeline -> groups.put(pipeline.value().dataType(), pipeline.value().description()));
    commands.forEach(command -> Stream.of(command.value().getCommandSpec().usageMessage().description())
        .findFirst()
        .ifPresentOrElse(line -> groups.put(command.value().getCommandName(), line),
            () -> groups.putIfAbsent(command.value().getCommandName(), "")));
    return new PluginCatalog(
        groups.entrySet().stream().map(group -> new PluginCatalog.Group(group.getKey(), group.getValue())).toList(),
        Stream.concat(plugins.broken().stream(), broken.stream()).map(BrokenPlugin::message).toList());
  }

  /// The commands of one plugin.
  public List<CommandLine> commandsOf(LoadedPlugin plugin) {
    return commands.stream().filter(command -> command.plugin().equals(plugin.id())).map(Contributed::value).toList();
  }

  /// Attaches a group for each data type and each command.
  ///
  /// @param pipelineCommands makes the host's commands for a pipeline, by name
  /// @throws BadConfiguration when names clash
  public void attachTo(CommandLine root, Function<Contributed<Pipeline>, Map<String, CommandLine>> pipelineCommands) {
    if (!clashes.isEmpty()) {
      throw new BadConfiguration(String.join("; ", clashes) + "; take one of the plugins away");
    }
    var groups = new TreeMap<String, CommandLine>();
    commands.forEach(command -> groups.put(command.value().getCommandName(), command.value()));
    for (var pipeline : plugins.pipelines()) {
      var name = pipeline.value().dataType();
      var group = groups.computeIfAbsent(name, _ -> new CommandLine(CommandSpec.create().name(name)));
      describe(group, pipeline.value().description());
      pipelineCommands.apply(pipeline).forEach((word, command) -> add(group, word, command));
    }
    groups.forEach((name, group) -> root.addSubcommand(name, group));
  }

  /// Runs a plugin's command with the plugin's class loader as the context class loader. A command that the host made
  /// for a plugin's pipeline is the host's.
  public IExecutionStrategy inOwnLoader(IExecutionStrategy inner) {
    return parsed -> findPlugin(parsed.asCommandLineList().getLast())
        .map(plugin -> plugin.call(_ -> inner.execute(parsed)))
        .orElseGet(() -> inner.execute(parsed));
  }

  private Optional<Contributed<CommandLine>> findPlugin(CommandLine typed) {
    var above = Stream.iterate(typed, Objects::nonNull, CommandLine::getParent).toList();
    return above.stream().anyMatch(madeByHost::contains)
        ? Optional.empty()
        : commands.stream().filter(command -> above.contains(command.value())).findFirst();
  }

  private void read(LoadedPlugin plugin, Contributed<Object> command) {
    try {
      var line = command.call(value -> value instanceof CommandLine ready ? ready : new CommandLine(value));
      PluginCommandRules.apply(line, commandsOf(plugin));
      commands.add(new Contributed<>(plugin.id(), plugin.version(), line, command.loader()));
    } catch (RuntimeException e) {
      var cause = "its command " + command.value().getClass().getName() + " cannot be used: " + e.getMessage();
      broken.add(new BrokenPlugin(plugin.file(), Optional.of(plugin.id()), cause, Optional.of(e)));
    }
  }

  private List<String> findClashes(Collection<String> hostCommands) {
    var own = commands.stream()
        .flatMap(command -> PluginCommandRules.names(command.value())
            .map(name -> Map.entry(name, command.plugin())));
    var groups = plugins.pipelines()
        .stream()
        .map(pipeline -> Map.entry(pipeline.value().dataType(), pipeline.plugin()));
    var users = Stream.concat(own, groups)
        .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
    return users.entrySet().stream().flatMap(entry -> clash(entry.getKey(), entry.getValue(), hostCommands)).toList();
  }

  private static Stream<String> clash(String name, Collection<String> users, Collection<String> hostCommands) {
    var plugins = String.join(" and ", users);
    if (hostCommands.contains(name)) {
      return Stream.of("the command '" + name + "' is clerk's own, and is brought by the plugin " + plugins);
    }
    return users.size() > 1
        ? Stream.of("the command '" + name + "' is brought by the plugins " + plugins)
        : Stream.empty();
  }

  private static void describe(CommandLine group, String description) {
    var usage = group.getCommandSpec().usageMessage();
    if (usage.description().length == 0) {
      usage.description(description);
    }
  }

  private void add(CommandLine group, String name, CommandLine command) {
    if (group.getSubcommands().containsKey(name)) {
      throw new BadConfiguration("the command '" + group.getCommandName() + " " + name + "' is made by clerk for the"
          + " pipeline, and the plugin brings another of that name; the plugin has to call it otherwise");
    }
    group.addSubcommand(name, command);
    madeByHost.add(command);
  }
}
