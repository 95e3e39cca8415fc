package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.PluginContext.PipelineRun;
import band.civic.clerk.spi.PluginContext.RunResult;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs tasks of the pipeline for a command.
///
/// @param context of the host
public record Work(PluginContext context) {
  /// What a command ends with when another run holds the site.
  public static final int BUSY = 4;

  /// Runs tasks now.
  ///
  /// @param site the subdomain
  /// @param progress where a person reads how far it is
  public RunResult run(Task task, String site, Map<String, String> options, Optional<PrintWriter> progress) {
    return context.run(new PipelineRun("fec", site, Set.of(task.name()), options, task.command()), progress);
  }

  /// A task and the command that asks for it.
  ///
  /// @param name of the task
  /// @param command what was typed, `fec bulk ingest`
  public record Task(String name, String command) {}

  /// The exit code of a run, after what went wrong was told.
  ///
  /// @param err where it is told when the site is held by another run
  /// @throws RuntimeException what went wrong, for the host to tell
  public static int exitCode(RunResult result, PrintWriter err) {
    if (result.refused()) {
      result.failure().ifPresent(failure -> err.println("clerk: " + failure.getMessage()));
      err.flush();
      return BUSY;
    }
    if (result.failure().isPresent()) {
      throw thrown(result.failure().get());
    }
    return result.exitCode();
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}
