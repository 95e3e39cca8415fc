package band.civic.clerk.core.cli;

import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.site.SiteProblem;
import band.civic.clerk.spi.ClerkException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells a person what went wrong, and the shell by the exit code: a known failure by its message, anything else as the
/// bug that it is.
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final PrintWriter err;
  private final Rooms rooms;

  ErrorReport(PrintWriter err, Rooms rooms) {
    this.err = err;
    this.rooms = rooms;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure);
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    var command = mistake.getCommandLine();
    err.println("clerk: " + mistake.getMessage());
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("Try `" + command.getCommandSpec().qualifiedName(" ") + " --help`.");
    err.flush();
    return ExitCodes.USAGE;
  }

  /// Prints a failure.
  ///
  /// @return the exit code
  int report(Throwable failure) {
    err.println("clerk: " + (isKnown(failure) ? failure.getMessage() : bug(failure)));
    if (rooms.options().verbose()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCodes.of(failure);
  }

  private static boolean isKnown(Throwable failure) {
    return failure instanceof ClerkException || failure instanceof SiteProblem;
  }

  private String bug(Throwable failure) {
    var hint = rooms.options().verbose() ? "" : " Run it again with --verbose for the stack trace.";
    return "this is a bug: " + failure + ". What was published is as it was." + hint;
  }
}
