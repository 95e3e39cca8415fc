package band.civic.clerk.core;

import band.civic.clerk.core.cli.CommandEntry;
import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.Rooms;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The only composition root: which commands there are and how the rooms they enter are made.
public final class ClerkApp {
  private static final List<CommandEntry> COMMANDS = List.of();

  private final PrintWriter out;
  private final PrintWriter err;

  public ClerkApp(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    var options = new GlobalOptions();
    Rooms rooms = () -> options;
    var root = CommandSpec.create()
        .name("clerk")
        .mixinStandardHelpOptions(true)
        .addMixin("global",
            CommandSpec.forAnnotatedObject(options));
    for (var entry : COMMANDS) {
      root.addSubcommand(entry.name(), new CommandLine(entry.command().apply(rooms)));
    }
    return new CommandLine(root).setOut(out).setErr(err).execute(arguments);
  }
}
