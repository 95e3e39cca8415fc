package band.civic.clerk.core.cli.queue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Jobs that a command is for: some by their ids, or all that failed.
@Command
final class Named {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(arity = "0..*", paramLabel = "JOB", description = "The jobs' ids.")
  private List<String> ids = List.of();

  @Option(names = "--failed", description = "All that failed for good.")
  private boolean failed;

  @Option(names = "--queue", paramLabel = "QUEUE", description = "With --failed: only of this queue.")
  private @Nullable String queue;

  /// Their ids.
  ///
  /// @param listFailed lists those that failed, of one queue or all
  /// @throws ParameterException when it is not one or the other
  List<String> ids(Function<Optional<String>, List<String>> listFailed) {
    if (failed == !ids.isEmpty()) {
      throw new ParameterException(Objects.requireNonNull(command).commandLine(),
          "Which jobs? Give their ids, or --failed.");
    }
    return failed ? listFailed.apply(Optional.ofNullable(queue)) : ids;
  }
}
