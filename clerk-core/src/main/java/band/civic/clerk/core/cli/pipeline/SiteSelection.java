package band.civic.clerk.core.cli.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which sites a command is for: exactly one of `--subdomain`, a bare subdomain, `--all`, `--next-site`.
@Command
final class SiteSelection {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(arity = "0..1", paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String bare;

  @Option(names = {"-s", "--subdomain"}, paramLabel = "SUBDOMAIN", description = "The site, such as alameda.ca.")
  private @Nullable String subdomain;

  @Option(names = "--all", description = "Every registered site that the pipeline has something for.")
  private boolean all;

  @Option(names = "--next-site", description = "The site that is due longest; none is fine.")
  private boolean nextSite;

  /// What was asked for.
  sealed interface Choice {
    record One(String subdomain) implements Choice {}

    record All() implements Choice {}

    record Next() implements Choice {}
  }

  /// What was asked for.
  ///
  /// @throws ParameterException when it is not exactly one thing
  Choice choice() {
    var given = Stream.<Optional<Choice>>of(
        Optional.ofNullable(bare).map(Choice.One::new),
        Optional.ofNullable(subdomain).map(Choice.One::new),
        all ? Optional.of(new Choice.All()) : Optional.empty(),
        nextSite ? Optional.of(new Choice.Next()) : Optional.empty()).flatMap(Optional::stream).toList();
    if (given.size() == 1) {
      return given.getFirst();
    }
    throw wrong(given.isEmpty()
        ? "Which site? Give --subdomain SUBDOMAIN, --all or --next-site."
        : "Give one of --subdomain SUBDOMAIN, --all and --next-site, not several.");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
