package band.civic.fec;

import band.civic.clerk.spi.PluginContext;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The tree of `clerk fec`, beside what clerk makes for the pipeline.
final class FecCommands {

  private FecCommands() {}

  static CommandLine of(PluginContext context) {
    var fec = new CommandLine(CommandSpec.create().name("fec"));
    fec.getCommandSpec().usageMessage().description("Federal campaign money, from the FEC's bulk files and OpenFEC");
    return fec;
  }
}
