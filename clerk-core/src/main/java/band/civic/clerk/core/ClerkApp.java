package band.civic.clerk.core;

import band.civic.clerk.core.cli.ErrorReport;
import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.QuickCommands;
import band.civic.clerk.core.cli.RootCommand.OwnCommands;
import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.cli.RootCommand;
import band.civic.clerk.core.cli.pipeline.PipelineCommands;
import band.civic.clerk.core.cli.site.SiteListing;
import band.civic.clerk.core.config.Surroundings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The only composition root: which commands there are, and how the rooms they enter are made.
public final class ClerkApp {
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

  /// Runs one command and closes what it opened.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    var options = new GlobalOptions();
    var words = options.take(List.of(arguments));
    if (!words.isEmpty() && words.getFirst().equals(WarmUp.WORD)) {
      return warmUp(options, words);
    }
    try (var rooms = new OpenedRooms(options, surroundings, clock)) {
      return run(rooms, words, arguments);
    }
  }

  private int warmUp(GlobalOptions options, List<String> words) {
    var warmUp = new WarmUp(surroundings, clock);
    var storage = options.settings().get("storage-dir");
    return storage == null
        ? warmUp.run(words.subList(1, words.size()))
        : warmUp.quick(surroundings.workingDirectory().resolve(storage));
  }

  private int run(OpenedRooms rooms, List<String> words, String... arguments) {
    try {
      var code = new QuickCommands(HostCommands.ENTRIES, SiteListing::of, rooms, streams).run(words);
      return code.isPresent() ? code.getAsInt() : run(rooms, arguments);
    } catch (RuntimeException e) {
      return new ErrorReport(streams.err(), rooms).report(e, Optional.empty());
    }
  }

  private int run(OpenedRooms rooms, String... arguments) {
    var own = new OwnCommands(HostCommands.ENTRIES, HostCommands::make);
    return new RootCommand(own, rooms, new PipelineCommands(rooms)::of, streams).run(arguments);
  }
}
