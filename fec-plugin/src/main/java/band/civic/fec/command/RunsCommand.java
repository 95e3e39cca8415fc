package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec runs`: what was ingested.
@Command(name = "runs", description = "What was ingested, and what came of it.")
public final class RunsCommand {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  public RunsCommand(PluginContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "List the last ingests, newest first.")
  int list(
      @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many (default: ${DEFAULT-VALUE}).") int limit,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var out = spec.commandLine().getOut();
    var ingests = Bronze.of(context).read(bronze -> bronze.ingests().last(limit));
    if (json) {
      Shapes.print(out, Map.of("runs", ingests.stream().map(Shapes::ingest).toList()));
      return 0;
    }
    out.printf("%5s %-20s %-16s %-10s %6s  %s%n", "ID", "STARTED", "COMMAND", "STATUS", "CYCLE", "WINDOW");
    Shapes.table(ingests).stream().limit(1).forEach(out::println);
    for (var ingest : ingests) {
      out.printf("%5d %-20s %-16s %-10s %6d  %s%n", ingest.id(), ingest.startedAt(), ingest.command(), ingest
          .status(), ingest.cycle(), ingest.window().isEmpty() ? "all" : ingest.window());
      out.println(Shapes.table(List.of(ingest)).getLast());
      if (!ingest.reason().isEmpty()) {
        out.println("      " + ingest.reason());
      }
    }
    out.flush();
    return 0;
  }
}
