package band.civic.clerk.core.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a command of a plugin must be like to stand in the command tree.
final class PluginCommandRules {
  private static final Set<String> GLOBAL = CommandSpec.forAnnotatedObject(new GlobalOptions()).optionsMap().keySet();

  private PluginCommandRules() {}

  /// Checks a command and gives it `--help` where it has none.
  ///
  /// @param siblings the plugin's commands so far
  /// @throws IllegalArgumentException saying what is wrong
  static void apply(CommandLine command, List<CommandLine> siblings) {
    var name = command.getCommandName();
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("it has no lower-case name; write @Command(name = \"…\")");
    }
    if (siblings.stream().anyMatch(other -> names(other).anyMatch(name::equals))) {
      throw new IllegalArgumentException("the plugin brings the command '" + name + "' twice");
    }
    all(command).forEach(each -> applyOptions(each.getCommandSpec()));
  }

  /// Its name and its aliases.
  static Stream<String> names(CommandLine command) {
    return Stream.concat(Stream.of(command.getCommandName()), Stream.of(command.getCommandSpec().aliases()));
  }

  private static void applyOptions(CommandSpec spec) {
    var taken = new HashSet<>(spec.optionsMap().keySet());
    taken.retainAll(GLOBAL);
    if (!taken.isEmpty()) {
      throw new IllegalArgumentException("'" + spec.qualifiedName() + "' has the option "
          + String.join(", ", taken) + ", which every command of clerk has already");
    }
    // not mixinStandardHelpOptions: added to a command that is a method, it shifts the method's arguments
    var help = Stream.of("-h", "--help").filter(name -> !spec.optionsMap().containsKey(name)).toArray(String[]::new);
    if (help.length > 0 && !spec.optionsMap().containsKey("--help")) {
      spec.addOption(OptionSpec.builder(help).usageHelp(true).description("Show this help and exit.").build());
    }
  }

  private static Stream<CommandLine> all(CommandLine command) {
    Collection<CommandLine> below = new HashSet<>(command.getSubcommands().values());
    return Stream.concat(Stream.of(command), below.stream().flatMap(PluginCommandRules::all));
  }
}
