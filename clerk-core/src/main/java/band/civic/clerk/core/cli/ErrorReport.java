package band.civic.clerk.core.cli;

import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.site.SiteProblem;
import band.civic.clerk.spi.ClerkException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// Tells a person what went wrong, and the shell by the exit code: a known failure by its message, anything else as the
/// bug that it is.
public final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final int MOST_LISTED = 15; // more than that are for the help

  private final PrintWriter err;
  private final Rooms rooms;

  public ErrorReport(PrintWriter err, Rooms rooms) {
    this.err = err;
    this.rooms = rooms;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure, Optional.empty());
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    err.println("clerk: " + notACommand(mistake).orElse(mistake.getMessage()));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("Try `" + mistake.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help`.");
    err.flush();
    return ExitCodes.USAGE;
  }

  /// A word that stands where a command is expected; picocli says "Unmatched arguments from index 1" to it.
  private static Optional<String> notACommand(ParameterException mistake) {
    var command = mistake.getCommandLine();
    var commands = command.getSubcommands().keySet();
    if (!(mistake instanceof UnmatchedArgumentException unmatched) || commands.isEmpty()
        || unmatched.isUnknownOption()) {
      return Optional.empty();
    }
    return Optional.of("%s has no command '%s'.%s".formatted(command.getCommandSpec().qualifiedName(" "),
        unmatched.getUnmatched().getFirst(),
        commands.size() > MOST_LISTED ? "" : " It has: " + String.join(", ", commands) + "."));
  }

  /// Prints a failure.
  ///
  /// @param runId the run it happened in, which the log tells more of
  /// @return the exit code
  public int report(Throwable failure, Optional<String> runId) {
    var known = failure instanceof ClerkException || failure instanceof SiteProblem;
    err.println("clerk: " + (known ? failure.getMessage() : bug(failure, runId)));
    if (rooms.options().verbose()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCodes.of(failure);
  }

  private String bug(Throwable failure, Optional<String> runId) {
    var where = runId.map(id -> "%n  run  %s%n  log  %s".formatted(id, rooms.logFile())).orElse("");
    var hint = rooms.options().verbose() ? "" : "%n  Run it again with --verbose to see where.".formatted();
    return "this is a bug: " + failure + where + hint;
  }
}
