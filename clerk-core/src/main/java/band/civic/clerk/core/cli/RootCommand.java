package band.civic.clerk.core.cli;

import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.plugin.Contributed;
import band.civic.clerk.spi.Pipeline;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.RunLast;
import picocli.CommandLine;

/// `clerk`: finds out which command was typed and makes that one alone. Plugins are loaded only for a command that is
/// not the host's own, for `--help` and for the completion script.
public final class RootCommand {
  static final String COMPLETION = "generate-completion";
  private static final int WIDTH = 100;

  private final OwnCommands own;
  private final Rooms rooms;
  private final Function<Contributed<Pipeline>, Map<String, CommandLine>> pipelineCommands;
  private final Streams streams;
  private final ErrorReport errors;

  /// Where text goes.
  ///
  /// @param out results
  /// @param err everything else
  public record Streams(PrintWriter out, PrintWriter err) {}

  /// The host's own commands.
  ///
  /// @param entries in the order in which they are listed
  /// @param maker makes the picocli command of a name
  public record OwnCommands(List<CommandEntry> entries, BiFunction<String, Rooms, Object> maker) {

    private Optional<CommandEntry> find(String name) {
      return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
  }

  /// @param own the host's own commands
  /// @param pipelineCommands makes the commands of a pipeline, by name
  public RootCommand(OwnCommands own, Rooms rooms,
      Function<Contributed<Pipeline>, Map<String, CommandLine>> pipelineCommands, Streams streams) {
    this.own = own;
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
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  private int execute(String[] arguments) {
    var words = rooms.options().take(List.of(arguments));
    var command = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    if (command.isEmpty()) {
      return executeAlone(words, arguments);
    }
    var entry = own.find(command.get());
    return entry.isPresent()
        ? configured(root().addSubcommand(command.get(), real(entry.get()))).execute(arguments)
        : executeWithPlugins(command.get().equals(COMPLETION), arguments);
  }

  /// Without a command there is only help to be had: loads the plugins once, to list what they bring.
  private int executeAlone(List<String> words, String[] arguments) {
    if (!List.of("--help", "-h").containsAll(words)) {
      return configured(root()).execute(arguments);
    }
    var groups = groups();
    groups.attachTo(root(), _ -> Map.of());
    var catalog = groups.catalog();
    catalog.remember(rooms.settings().pluginsDirectory(), rooms.version());
    catalog.warnings().forEach(this::warn);
    streams.out().print(new RootHelp(own.entries(), catalog).text());
    return ExitCodes.OK;
  }

  private int executeWithPlugins(boolean allReal, String[] arguments) {
    var root = root();
    own.entries()
        .forEach(entry -> root.addSubcommand(entry.name(), allReal
            ? real(entry)
            : stub(entry.name(), entry.description())));
    var groups = groups();
    groups.attachTo(root, pipelineCommands);
    root.addSubcommand(COMPLETION, new GenerateCompletion());
    groups.catalog().warnings().forEach(this::warn);
    return configured(root).setExecutionStrategy(groups.inOwnLoader(new RunLast())).execute(arguments);
  }

  private PluginGroups groups() {
    var taken = Stream.concat(own.entries().stream().map(CommandEntry::name), Stream.of(COMPLETION, "help"));
    return PluginGroups.of(rooms.plugins(), taken.toList());
  }

  private void warn(String message) {
    streams.err().println("clerk: warning: " + message);
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
    // not those of the rooms: picocli would start from what was taken already, and turn flags round
    spec.addMixin("global", CommandSpec.forAnnotatedObject(new GlobalOptions()));
    spec.usageMessage()
        .description("Public money-in-politics data, from where officials file it to a page anyone can search.")
        .synopsisSubcommandLabel("COMMAND");
    return new CommandLine(spec);
  }

  private CommandLine configured(CommandLine root) {
    giveHelp(root);
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
    var made = own.maker().apply(entry.name(), rooms);
    return made instanceof CommandLine line ? line : new CommandLine(made);
  }

  /// Enough of a command to be listed.
  private static CommandLine stub(String name, String description) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description.replace("%", "%%"));
    return new CommandLine(spec);
  }
}
