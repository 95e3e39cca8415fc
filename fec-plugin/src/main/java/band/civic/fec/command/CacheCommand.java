package band.civic.fec.command;

import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.openfec.HttpCache;
import java.nio.file.Files;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `clerk fec cache`: answers of OpenFEC that are kept for a while.
@Command(name = "cache", description = "Answers of OpenFEC that are kept for a while.")
public final class CacheCommand {
  private final PluginContext context;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  public CacheCommand(PluginContext context) {
    this.context = context;
  }

  @Command(name = "clear", description = "Forget them, so that everything is asked for again.")
  int clear(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
    var directory = BronzeLayout.ofStorage(context.storageDirectory()).directory();
    var forgotten = 0;
    if (Files.isDirectory(directory)) {
      try (var cache = HttpCache.open(directory)) {
        forgotten = cache.clear();
      }
    }
    var out = spec.commandLine().getOut();
    if (json) {
      Shapes.print(out, Map.of("forgotten", forgotten));
    } else {
      out.println(forgotten + " answers forgotten.");
      out.flush();
    }
    return 0;
  }
}
