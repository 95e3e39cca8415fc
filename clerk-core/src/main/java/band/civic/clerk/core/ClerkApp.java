package band.civic.clerk.core;

import band.civic.clerk.core.cli.CommandEntry;
import band.civic.clerk.core.cli.ErrorReport;
import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.QuickCommands;
import band.civic.clerk.core.cli.RootCommand;
import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.cli.agency.AgencyCommand;
import band.civic.clerk.core.cli.doctor.DoctorCommand;
import band.civic.clerk.core.cli.host.ConfigCommand;
import band.civic.clerk.core.cli.host.DbCommand;
import band.civic.clerk.core.cli.plugin.PluginCommand;
import band.civic.clerk.core.cli.site.SiteCommand;
import band.civic.clerk.core.cli.pipeline.JobCommand;
import band.civic.clerk.core.cli.pipeline.PipelineCommands;
import band.civic.clerk.core.config.Surroundings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The only composition root: which commands there are, and how the rooms they enter are made.
public final class ClerkApp {
  private static final List<CommandEntry> COMMANDS = List.of(
      new CommandEntry("site", "Sites", "Register, list and show sites.", SiteCommand::new),
      new CommandEntry("agency", "Sites", "Review which agencies' filings each site shows.", AgencyCommand::new),
      new CommandEntry("job", "Runs", "List and run single jobs that plugins bring.", JobCommand::new),
      new CommandEntry("db", "Host", "Upgrade and check the registry's schema.", DbCommand::new),
      new CommandEntry("config", "Host", "Show the settings and where each comes from.", ConfigCommand::new),
      new CommandEntry("doctor", "Host", "Check what a newcomer gets wrong, and how to put it right.",
          DoctorCommand::new),
      new CommandEntry("plugin", "Host", "Show, check and switch plugins.",
          rooms -> new PluginCommand(rooms, ClerkApp::hostCommands)));

  private final Streams streams;
  private final Surroundings surroundings;
  private final Clock clock;

  public ClerkApp(PrintWriter out, PrintWriter err) {
    this(new Streams(out, err), Surroundings.ofProcess(), Clock.systemUTC());
  }

  /// For whoever brings other surroundings.
  public ClerkApp(Streams streams, Surroundings surroundings, Clock clock) {
    this.streams = streams;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  private static List<String> hostCommands() {
    return COMMANDS.stream().map(CommandEntry::name).toList();
  }

  /// Runs one command and closes what it opened.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals(WarmUp.WORD)) {
      return new WarmUp(surroundings, clock, List.of(arguments).subList(1, arguments.length)).run();
    }
    var options = new GlobalOptions();
    var words = options.take(List.of(arguments));
    try (var rooms = new OpenedRooms(options, surroundings, clock)) {
      return run(rooms, words, arguments);
    }
  }

  private int run(OpenedRooms rooms, List<String> words, String... arguments) {
    try {
      return new QuickCommands(COMMANDS, rooms, streams).run(words).orElseGet(() -> run(rooms, arguments));
    } catch (RuntimeException e) {
      return new ErrorReport(streams.err(), rooms).report(e, Optional.empty());
    }
  }

  private int run(OpenedRooms rooms, String... arguments) {
    return new RootCommand(COMMANDS, rooms, new PipelineCommands(rooms)::of, streams).run(arguments);
  }
}
