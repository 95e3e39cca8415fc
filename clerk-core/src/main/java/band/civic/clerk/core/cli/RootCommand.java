package band.civic.clerk.core.cli;

import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.core.plugin.PluginCatalog;
import band.civic.clerk.spi.Pipeline;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.RunLast;

/// `clerk`: finds out which command was typed and makes that one alone. Plugins are loaded only for a command that is
/// not the host's own, for `--help` and for the completion script.
public final class RootCommand {
  private static final String COMPLETION = "generate-completion";
  private static final int WIDTH = 100;

  private final List<CommandEntry> entries;
  private final Rooms rooms;
  private final Function<Contributed<Pipeline>, Map<String, CommandLine>> pipelineCommands;
  private final Streams streams;
  private final ErrorReport errors;

  /// Where text goes.
  ///
  /// @param out
  ///          results
  /// @param err
  ///          everything else
  public record Streams(PrintWriter out, PrintWriter err) {}

  /// @param entries
  ///          the host's own commands
  /// @param pipelineCommands
  ///          makes the commands of a pipeline, by name
  public RootCommand(List<CommandEntry> entries, Rooms rooms,
      Function<Contributed<Pipeline>, Map<String, CommandLine>> pipelineCommands, Streams streams) {
    this.entries = List.copyOf(entries);
    this.rooms = rooms;
    this.pipelineCommands = pipelineCommands;
    this.streams = streams;
    this.errors = new ErrorReport(streams.err(), rooms);
  }

  /// Runs what was typed.
  ///
  /// @return the exit code
  public int run(String... typed) {
    try {
      return execute(withHelpAsOption(typed));
    } catch (RuntimeException e) {
      return errors.report(e, Optional.empty());
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  private int execute(String[] arguments) {
    var word = findCommand(arguments);
    if (word.isEmpty()) {
      return executeAlone(arguments);
    }
    var own = word.flatMap(name -> entries.stream().filter(entry -> entry.name().equals(name)).findFirst());
    return own.isPresent()
        ? configured(root().addSubcommand(own.get().name(), real(own.get()))).execute(arguments)
        : executeWithPlugins(word.get().equals(COMPLETION), arguments);
  }

  /// `clerk --help` and the like: commands are only listed, those of plugins as they were when they were last loaded.
  private int executeAlone(String[] arguments) {
    var root = root();
    if (!Arrays.asList(arguments).contains("--version")) {
      entries.forEach(entry -> root.addSubcommand(entry.name(), stub(entry.name(), entry.description())));
      var catalog = catalog();
      catalog.groups().forEach(group -> root.addSubcommand(group.name(), stub(group.name(), group.description())));
      root.addSubcommand(COMPLETION, new GenerateCompletion());
      catalog.warnings().forEach(this::warn);
    }
    return configured(root).execute(arguments);
  }

  private PluginCatalog catalog() {
    var directory = rooms.settings().pluginsDirectory();
    return PluginCatalog.find(directory, rooms.version()).orElseGet(() -> {
      var groups = groups();
      groups.attachTo(root(), _ -> Map.of());
      var catalog = groups.catalog();
      catalog.remember(directory, rooms.version());
      return catalog;
    });
  }

  private int executeWithPlugins(boolean allReal, String[] arguments) {
    var root = root();
    entries.forEach(entry -> root.addSubcommand(entry.name(), allReal
        ? real(entry)
        : stub(entry.name(), entry.description())));
    var groups = groups();
    groups.attachTo(root, pipelineCommands);
    root.addSubcommand(COMPLETION, new GenerateCompletion());
    groups.catalog().warnings().forEach(this::warn);
    return configured(root).setExecutionStrategy(groups.inOwnLoader(new RunLast())).execute(arguments);
  }

  private PluginGroups groups() {
    var own = Stream.concat(entries.stream().map(CommandEntry::name), Stream.of(COMPLETION, "help"));
    return PluginGroups.of(rooms.plugins(), own.toList());
  }

  private void warn(String message) {
    streams.err().println("clerk: warning: " + message);
  }

  /// The first word that is neither an option of every command nor such an option's value.
  private Optional<String> findCommand(String[] arguments) {
    var global = new CommandLine(rooms.options()).setUnmatchedArgumentsAllowed(true);
    return global.parseArgs(arguments).unmatched().stream().filter(word -> !word.startsWith("-")).findFirst();
  }

  /// `clerk help finance etl` is `clerk finance etl --help`, and nothing at all is `clerk --help`.
  private static String[] withHelpAsOption(String[] typed) {
    if (typed.length == 0) {
      return new String[]{"--help"};
    }
    return typed[0].equals("help")
        ? Stream.concat(Arrays.stream(typed).skip(1), Stream.of("--help")).toArray(String[]::new)
        : typed;
  }

  private CommandLine root() {
    var spec = CommandSpec.create().name("clerk").mixinStandardHelpOptions(true).version("clerk " + rooms.version());
    spec.addMixin("global", CommandSpec.forAnnotatedObject(rooms.options()));
    spec.usageMessage()
        .description("Public money-in-politics data, from where officials file it to a page anyone can search.")
        .synopsisSubcommandLabel("COMMAND");
    return new CommandLine(spec);
  }

  private CommandLine configured(CommandLine root) {
    giveHelp(root);
    root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> new RootHelp(entries).text(help));
    root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
    return root.setOut(streams.out())
        .setErr(streams.err())
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.AUTO))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors);
  }

  /// Every command has `--help`. Added here and not by picocli's mixin, which shifts the arguments of commands that are
  /// methods.
  private static void giveHelp(CommandLine command) {
    if (command.getCommandSpec().findOption("--help") == null) {
      command.getCommandSpec()
          .addOption(OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help and exit.")
              .build());
    }
    command.getSubcommands().values().forEach(RootCommand::giveHelp);
  }

  private CommandLine real(CommandEntry entry) {
    return new CommandLine(entry.command().apply(rooms));
  }

  /// Enough of a command to be listed.
  private static CommandLine stub(String name, String description) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description.replace("%", "%%"));
    return new CommandLine(spec);
  }
}
