package band.civic.clerk.core.cli.pipeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The one site a command is for: `--subdomain S`, or the bare subdomain.
@Command
final class OneSite {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(arity = "0..1", paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String bare;

  @Option(names = {"-s", "--subdomain"}, paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String subdomain;

  /// The subdomain.
  ///
  /// @throws ParameterException when there is none, or two
  String get() {
    if ((bare == null) == (subdomain == null)) {
      throw new ParameterException(Objects.requireNonNull(command).commandLine(),
          "Which site? Give one --subdomain SUBDOMAIN.");
    }
    return bare != null ? bare : Objects.requireNonNull(subdomain);
  }
}
