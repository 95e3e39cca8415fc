package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.cli.ErrorReport;
import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.cli.pipeline.view.ProgressView;
import band.civic.clerk.core.job.Watch;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Where a command prints to: lines for a person or one JSON document; with `--quiet` nothing but errors.
///
/// @param command the command
/// @param rooms for `--quiet` and `--verbose`
/// @param json whether a document is wanted
public record Console(CommandLine command, Rooms rooms, boolean json) {

  /// Prints one or the other.
  public void print(Supplier<List<String>> lines, Supplier<Object> document) {
    if (json && !rooms.options().quiet()) {
      out().println(Json.of(document.get()));
      out().flush();
    } else {
      lines.get().forEach(this::say);
    }
  }

  /// Prints a line for a person.
  public void say(String line) {
    if (talks()) {
      out().println(line);
      out().flush();
    }
  }

  /// Whether a person is spoken to.
  public boolean talks() {
    return !json && !rooms.options().quiet();
  }

  /// Prints what went wrong.
  public void complain(Throwable failure, String runId) {
    var _ = new ErrorReport(command.getErr(), rooms).report(failure, Optional.of(runId));
  }

  /// Shows running tasks until closed; shows nothing when nobody is spoken to.
  public ProgressView progress(Watch watch) {
    return ProgressView.show(watch.board(), talks() ? Optional.of(out()) : Optional.empty(), rooms.clock());
  }

  private PrintWriter out() {
    return command.getOut();
  }
}
