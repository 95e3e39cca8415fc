package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `clerk fec replay`: derives OpenFEC's rows of some days anew from what bronze keeps of them.
@Command(name = "replay", description = "Derive OpenFEC's rows of some days anew from what bronze keeps; nothing is asked.")
public final class ReplayCommand implements Callable<Integer> {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day: 2025-01-01.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", paramLabel = "DAY", required = true, description = "The last day.")
  private LocalDate to = LocalDate.EPOCH;

  @Option(names = {"-s",
      "--subdomain"}, paramLabel = "SUBDOMAIN", defaultValue = "us", description = "The nation's site (default: ${DEFAULT-VALUE}).")
  private String subdomain = "us";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public ReplayCommand(PluginContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to is before --from");
    }
    var out = spec.commandLine().getOut();
    var options = Map.of("window", from + ".." + to, "command", "fec replay");
    var result = new Work(context).run(new Work.Task("api-replay", "fec replay"), subdomain, options, Optional.empty());
    if (!result.refused() && result.failure().isEmpty()) {
      var ingests = Bronze.of(context).listOfRun(result.runId());
      if (json) {
        Shapes.print(out, Shapes.files(result.runId(), ingests));
      } else {
        Shapes.table(ingests).forEach(out::println);
        out.flush();
      }
    }
    return Work.exitCode(result, spec.commandLine().getErr());
  }
}
